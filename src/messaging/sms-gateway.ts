// Text messages through an HTTP gateway. The reference is that of the effect: the gateway is asked by it before anything is sent a
// second time, so that no telephone gets a text twice because an answer was lost.
import { z } from 'zod';
import type { SendResult, Text } from '../activities/messenger';
import { CarrierUnreachable, OutcomeUnknown } from './carrier-errors';

export interface SmsGateway {
  /** POST here; GET here, a slash and a reference tells what became of it. */
  readonly url: string;
  readonly key: string;
  /** Milliseconds. */
  readonly timeout?: number;
}

const taken = z.object({ id: z.string().max(100), status: z.string().max(40).optional() });
const fault = z.object({ code: z.string().max(60) });

export async function sendText(text: Text, gateway: SmsGateway): Promise<SendResult> {
  const answer = await ask(gateway, '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': text.reference },
    body: JSON.stringify(text),
  });
  const { status } = answer;
  if (status >= 200 && status < 300) return accepted(answer);
  // Perhaps it has gone out: a gateway that fell over says nothing about what it had done by then.
  if (status >= 500) throw new OutcomeUnknown(`gateway: ${status}`);
  // Our key, or our address of the gateway: every number would be condemned in turn.
  if ([401, 402, 403, 404, 405].includes(status)) throw new CarrierUnreachable(`gateway: ${status}`);
  const permanent = status !== 408 && status !== 409 && status !== 425 && status !== 429;
  return { accepted: false, permanent, response: `${status} ${codeIn(answer.body)}`.trim() };
}

const LOST = new Set(['failed', 'undelivered', 'rejected']);

/** null: the gateway never had it, so it may be sent. */
export async function findText(reference: string, gateway: SmsGateway): Promise<SendResult | null> {
  const answer = await ask(gateway, `/${encodeURIComponent(reference)}`, { method: 'GET' });
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw new CarrierUnreachable(`gateway: ${answer.status} to a question`);
  const { status } = taken.safeParse(answer.body).data ?? {};
  if (status !== undefined && LOST.has(status))
    return { accepted: false, permanent: true, response: `found by its reference: ${status}` };
  const found = accepted(answer);
  return { ...found, response: `found by its reference: ${found.response}` };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function accepted({ status, body }: Answer): SendResult {
  const read = taken.safeParse(body);
  return { accepted: true, response: `${status} id ${read.success ? read.data.id : 'not told'}` };
}

/** Codes only: what a gateway writes out may repeat the number. */
function codeIn(body: unknown): string {
  const code = fault.safeParse(body).data?.code ?? '';
  return /^[A-Za-z0-9_.-]+$/.test(code) && !/\d{7}/.test(code) ? code : '';
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function ask({ url, key, timeout = 15_000 }: SmsGateway, path: string, request: Asked): Promise<Answer> {
  try {
    const response = await fetch(url.replace(/\/$/, '') + path, {
      ...request,
      headers: { ...request.headers, Authorization: `Bearer ${key}`, Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const body = await response.text();
    return { status: response.status, body: parsed(body.slice(0, 10_000)) };
  } catch (error) {
    const code = codeOf(error);
    const sure = request.method === 'GET' || NEVER_ARRIVED.has(code);
    if (sure) throw new CarrierUnreachable(`gateway: ${code}`);
    throw new OutcomeUnknown(`gateway: ${code}`);
  }
}

/** The connection was never made, so the gateway cannot have the text. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What kept fetch from its answer stands in the cause of its error. */
function codeOf(error: unknown): string {
  const of = (from: unknown, name: string): unknown =>
    typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
  return (
    [of(of(error, 'cause'), 'code'), of(error, 'name')].find((one): one is string => typeof one === 'string') ?? 'error'
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
