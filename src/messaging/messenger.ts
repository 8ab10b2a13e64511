// Words and carrier together, as the effects use them.
import type { ComposeInput, Mail, Messenger, SendResult, TextCarrier } from '../activities/messenger';
import { numberOf } from './channels';
import { isAddress, oneLine } from './clean';
import { CannotCompose, compose, composeDigest, composePage, composeSms, type Sender } from './compose';
import { pace } from './pace';
import { referenceOf } from './reference';
import { findText, sendText, type SmsGateway } from './sms-gateway';
import { sendBySmtp, type SmtpOptions } from './smtp';

export interface MessengerOptions {
  /** Stands in every letter as the sender: neutral, like the subjects. */
  readonly agency: {
    readonly name: string;
    readonly email: string;
    readonly phone?: string;
    readonly postal?: readonly string[];
  };
  /** Base address of the console, for letters to staff. */
  readonly consoleUrl: string;
  readonly smtp: Omit<SmtpOptions, 'from'>;
  /** How many messages the carriers take in a second; undefined: as many as come. */
  readonly perSecond?: number | undefined;
  /** undefined: nobody gets a text. */
  readonly sms?: SmsGateway | undefined;
}

/** @throws RangeError at start, where somebody can mend it, rather than at the first letter. */
export function createMessenger({ agency, consoleUrl, smtp, sms, perSecond }: MessengerOptions): {
  compose(input: ComposeInput): Mail;
  send(mail: Mail): Promise<SendResult>;
} & Messenger {
  const sender = senderOf({ agency, consoleUrl });
  const turn = pace(perSecond);
  return {
    compose: (input) => compose(input, sender),
    composeDigest(input) {
      const mail = composeDigest(input, sender);
      if (mail === null) throw new CannotCompose('an empty list');
      return mail;
    },
    async send(mail) {
      await turn();
      return sendBySmtp(mail, { ...smtp, from: { name: sender.name, address: agency.email } });
    },
    ...(sms === undefined ? {} : { texts: textsOver(sms, sender, turn) }),
  };
}

/** Sheets to print: composed where staff ask for them, because no carrier takes them. */
export function createPrinter(
  options: Pick<MessengerOptions, 'agency' | 'consoleUrl'>,
): (input: ComposeInput & { readonly to?: readonly string[] }) => string {
  const sender = senderOf(options);
  return (input) => composePage(input, sender);
}

function senderOf({ agency, consoleUrl }: Pick<MessengerOptions, 'agency' | 'consoleUrl'>): Sender {
  if (!isAddress(agency.email)) throw new RangeError('the address of the agency is not one bare address');
  if (!/^https?:$/.test(new URL(consoleUrl).protocol)) throw new RangeError('the console has no http address');
  return {
    name: oneLine(agency.name),
    address: agency.email,
    phone: agency.phone ?? null,
    consoleUrl,
    ...(agency.postal ? { postal: agency.postal } : {}),
  };
}

function textsOver(gateway: SmsGateway, sender: Sender, turn: () => Promise<void>): TextCarrier {
  return {
    compose(input) {
      const to = numberOf(input.person.phone);
      if (to === null) throw new CannotCompose('the recipient has no number');
      return { to, text: composeSms(input, sender), reference: referenceOf(input.intent.key) };
    },
    async send(text) {
      await turn();
      return sendText(text, gateway);
    },
    find: (reference) => findText(reference, gateway),
  };
}
