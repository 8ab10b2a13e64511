// Words and carrier together, as the effects use them.
import type { ComposeInput, Mail, Messenger, SendResult } from '../activities/messenger';
import { isAddress, oneLine } from './clean';
import { compose } from './compose';
import { sendBySmtp, type SmtpOptions } from './smtp';

export interface MessengerOptions {
  /** Stands in every letter as the sender: neutral, like the subjects. */
  readonly agency: { readonly name: string; readonly email: string; readonly phone?: string };
  /** Base address of the console, for letters to staff. */
  readonly consoleUrl: string;
  readonly smtp: Omit<SmtpOptions, 'from'>;
}

/** @throws RangeError at start, where somebody can mend it, rather than at the first letter. */
export function createMessenger({ agency, consoleUrl, smtp }: MessengerOptions): {
  compose(input: ComposeInput): Mail;
  send(mail: Mail): Promise<SendResult>;
} & Messenger {
  if (!isAddress(agency.email)) throw new RangeError('the address of the agency is not one bare address');
  if (!/^https?:$/.test(new URL(consoleUrl).protocol)) throw new RangeError('the console has no http address');
  const name = oneLine(agency.name);
  const sender = { name, address: agency.email, phone: agency.phone ?? null, consoleUrl };
  return {
    compose: (input) => compose(input, sender),
    send: (mail) => sendBySmtp(mail, { ...smtp, from: { name, address: agency.email } }),
  };
}
