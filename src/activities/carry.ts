// Hands one message to one carrier, and says what became of it in words that can be kept: no address, no number.
import { ApplicationFailure } from '@temporalio/common';
import type { Store } from '../store/types';
import type { ComposeInput, Mail, Messenger, SendResult } from './messenger';

export interface Carriage {
  readonly channel: 'email' | 'sms';
  readonly input: ComposeInput;
}

export interface Carried {
  /** `code`: of the failure with which it is tried again. */
  readonly outcome:
    | { readonly result: 'accepted' | 'refused'; readonly detail: string }
    | { readonly result: 'failed' | 'unknown'; readonly detail: string; readonly code: string };
  /** Message-ID of the mail, reference of the text. */
  readonly messageId: string;
}

interface Ports {
  readonly store: Store;
  readonly messenger: Messenger;
}

export async function carry(ports: Ports, carriage: Carriage): Promise<Carried> {
  const ready = await (carriage.channel === 'sms' ? asText : asMail)(ports, carriage);
  return { outcome: await outcomeOf(ready), messageId: ready.id };
}

interface Ready {
  readonly id: string;
  send(): Promise<SendResult>;
}

/** A mail of several intents: the caller keeps the book about it. */
export async function carryMail(messenger: Messenger, compose: () => Mail | Promise<Mail>): Promise<Carried> {
  const mail = await composed(compose);
  return {
    outcome: await outcomeOf({ id: mail.messageId, send: () => messenger.send(mail) }),
    messageId: mail.messageId,
  };
}

async function asMail({ store, messenger }: Ports, { input }: Carriage): Promise<Ready> {
  const mail = await composed(() => messenger.compose(input));
  await store.handingOver({ channel: 'email', reference: mail.messageId, key: input.intent.key });
  return { id: mail.messageId, send: () => messenger.send(mail) };
}

async function asText({ store, messenger: { texts } }: Ports, { input }: Carriage): Promise<Ready> {
  if (texts === undefined) throw failure('NoGateway');
  const text = await composed(() => texts.compose(input));
  const { reference } = text;
  const { tries } = await store.handingOver({ channel: 'sms', reference, key: input.intent.key });
  // An earlier try may have come as far as the gateway, which alone can tell.
  const send = async (): Promise<SendResult> =>
    (tries > 1 ? await texts.find(reference) : null) ?? (await texts.send(text));
  return { id: reference, send };
}

async function composed<T>(compose: () => T | Promise<T>): Promise<T> {
  try {
    return await compose();
  } catch {
    // Its message may hold a name. Tried again, because a mended release can say it.
    throw failure('NotComposed');
  }
}

async function outcomeOf(ready: Ready): Promise<Carried['outcome']> {
  let result: SendResult;
  try {
    result = await ready.send();
  } catch (error) {
    if (error instanceof Error && error.name === 'CarrierUnreachable')
      return { result: 'failed', detail: 'no-carrier', code: 'CarrierAway' };
    // It may have arrived all the same: the next try is the same message under the same id.
    return { result: 'unknown', detail: 'no-answer', code: 'CarrierAway' };
  }
  const detail = withoutAddresses(result.response);
  if (result.accepted) return { result: 'accepted', detail };
  return result.permanent ? { result: 'refused', detail } : { result: 'failed', detail, code: 'CarrierDefers' };
}

/** A carrier's answer often repeats the address. */
const withoutAddresses = (response: string): string =>
  response
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, '(address)')
    .replace(/\+[0-9]{8,15}/g, '(number)')
    .slice(0, 200);

/** Codes only, and no cause: what the carrier's error says may hold an address. */
export const failure = (code: string): ApplicationFailure => ApplicationFailure.retryable(code, code);

const DAY_MS = 86_400_000;

/** The server tries again then, and not before. */
export const laterIn = (code: string, ms: number): ApplicationFailure =>
  ApplicationFailure.create({
    message: code,
    type: code,
    nextRetryDelay: Math.min(Math.max(Math.ceil(ms), 1_000), DAY_MS),
  });
