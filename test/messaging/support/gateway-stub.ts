// A gateway of text messages that does what a test tells it, on a socket. It counts what reached it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { z } from 'zod';
import type { SmsGateway } from '../../../src/messaging/sms-gateway';
import { portOf } from '../../../src/platform/listen';

/** `taken-*`: it keeps the text, and then the answer is lost. */
export type Answer =
  | { readonly status: number; readonly body?: object | string }
  | 'silence'
  | 'break-off'
  | 'taken-silence'
  | 'taken-break-off';

const text = z.object({ to: z.string(), text: z.string(), reference: z.string() });
export type ReceivedText = z.infer<typeof text>;

export interface GatewayStub extends SmsGateway {
  /** To a text. */
  answer: Answer;
  /** To a question about a reference; undefined: the truth. */
  found: Answer | undefined;
  /** Every text that it took: twice in here is two texts on a telephone. */
  readonly taken: ReceivedText[];
  /** `POST /`, `GET /reference`, with the headers that matter. */
  readonly requests: { readonly line: string; readonly key: string; readonly idempotency: string }[];
  close(): Promise<void>;
}

export async function startGatewayStub(timeout = 2_000): Promise<GatewayStub> {
  const taken: ReceivedText[] = [];
  const requests: { line: string; key: string; idempotency: string }[] = [];
  const state: { answer: Answer; found: Answer | undefined } = {
    answer: { status: 202, body: { id: 'gw-1', status: 'accepted' } },
    found: undefined,
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      requests.push({
        line: `${request.method} ${request.url}`,
        key: request.headers.authorization ?? '',
        idempotency: String(request.headers['idempotency-key'] ?? ''),
      });
      const known = taken.find(({ reference }) => request.url === `/texts/${reference}`);
      const truth: Answer = known ? { status: 200, body: { id: 'gw-1', status: 'sent' } } : { status: 404, body: {} };
      const how = request.method === 'GET' ? (state.found ?? truth) : state.answer;
      const keeps = typeof how === 'string' ? how.startsWith('taken-') : how.status >= 200 && how.status < 300;
      if (request.method === 'POST' && keeps) taken.push(text.parse(JSON.parse(body)));
      if (how === 'silence' || how === 'taken-silence') return;
      if (how === 'break-off' || how === 'taken-break-off') return void request.socket.destroy();
      const payload = typeof how.body === 'string' ? how.body : JSON.stringify(how.body ?? {});
      response.writeHead(how.status, { 'Content-Type': 'application/json' }).end(payload);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(state, {
    taken,
    requests,
    url: `http://127.0.0.1:${portOf(server)}/texts`,
    key: 'key-of-the-agency',
    timeout,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}
