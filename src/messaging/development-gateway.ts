// A gateway of text messages for development and trials: on loopback, it keeps every text as a file, sends nothing on, and reports as
// a real one does. Two numbers let its failures be tried: one that ends in 0404 is refused at once, one in 0405 is not delivered.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text as bodyOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { signatureOf, webhookSecret } from '../platform/webhook-signature';
import { portOf } from '../platform/listen';
import type { SmsGateway } from './sms-gateway';

const keptText = z.object({
  id: z.string(),
  receivedAt: z.number(),
  to: z.string(),
  text: z.string(),
  reference: z.string(),
  status: z.enum(['delivered', 'undelivered']),
});
export type KeptText = z.infer<typeof keptText>;

const handedIn = z.strictObject({
  to: z.string().regex(/^\+[1-9]\d{7,14}$/),
  text: z.string().min(1).max(1_000),
  reference: z.string().regex(/^[0-9a-f]{40}$/),
});

export interface DevelopmentGateway extends SmsGateway {
  /** With which its reports are signed. */
  readonly secret: string;
  /** Newest first. */
  list(): readonly KeptText[];
  /** From now on what becomes of a text is told there. */
  reportTo(url: string): void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const REPORTS = 5;

export async function openDevelopmentGateway(dataDir: string): Promise<DevelopmentGateway> {
  const folder = join(dataDir, 'texts');
  // Texts go to people's telephones: nobody else on this machine may read them.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = new Map((await readKept(folder)).map((one) => [one.reference, one]));
  const key = randomBytes(24).toString('base64url');
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const stopping = new AbortController();
  const reporting = new Set<Promise<void>>();
  let receipts: string | undefined;

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.authorization !== `Bearer ${key}`) return answer(response, 401, { code: 'key' });
    const reference = (request.url ?? '/').slice(1);
    if (request.method === 'GET') {
      const known = kept.get(reference);
      return known ? answer(response, 200, { id: known.id, status: known.status }) : answer(response, 404, {});
    }
    if (request.method !== 'POST' || reference !== '') return answer(response, 404, {});
    const read = handedIn.safeParse(parsed(await bodyOf(request)));
    if (!read.success) return answer(response, 400, { code: 'malformed' });
    if (read.data.to.endsWith('0404')) return answer(response, 422, { code: 'no-such-number' });
    const known = kept.get(read.data.reference);
    if (known) return answer(response, 200, { id: known.id, status: 'accepted' });
    const status = read.data.to.endsWith('0405') ? 'undelivered' : 'delivered';
    const one: KeptText = { id: randomBytes(8).toString('hex'), receivedAt: Date.now(), ...read.data, status };
    kept.set(one.reference, one);
    await keep(folder, one);
    answer(response, 202, { id: one.id, status: 'accepted' });
    const telling = report(one).finally(() => reporting.delete(telling));
    reporting.add(telling);
  };

  const report = async ({ reference, status, id }: KeptText): Promise<void> => {
    for (let tried = 0; tried < REPORTS && !stopping.signal.aborted; tried += 1) {
      await pause(250 * 2 ** tried, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (receipts !== undefined && (await told(receipts, { id, reference, status }))) return;
    }
  };

  const told = async (url: string, { id, reference, status }: Omit<KeptText, 'receivedAt' | 'to' | 'text'>) => {
    const body = JSON.stringify({ reference, status, at: new Date().toISOString() });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = signatureOf(webhookSecret(secret), { id, timestamp, body: Buffer.from(body) });
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
        body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(10_000)]),
      });
      return response.ok;
    } catch {
      return false;
    }
  };

  const server = createServer((request, response) => {
    take(request, response).catch(() => answer(response, 500, {}));
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  return {
    url: `http://${HOST}:${portOf(server)}`,
    key,
    secret,
    list: () => [...kept.values()].sort((a, b) => b.receivedAt - a.receivedAt),
    reportTo: (url) => void (receipts = url),
    async close() {
      stopping.abort();
      server.close();
      server.closeAllConnections();
      await Promise.all(reporting);
    },
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

async function keep(folder: string, one: KeptText): Promise<void> {
  const part = join(folder, `${one.id}.part`);
  await writeFile(part, JSON.stringify(one), { mode: 0o600 });
  await rename(part, join(folder, `${one.id}.json`));
}

async function readKept(folder: string): Promise<KeptText[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const found = await Promise.all(
    names.map(async (name) => keptText.safeParse(parsed(await readFile(join(folder, name), 'utf8')))),
  );
  return found.flatMap((read) => (read.success ? [read.data] : []));
}
