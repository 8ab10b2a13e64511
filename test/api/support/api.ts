// The API over a store in memory, listening on a port of its own, and a client that holds every answer against its description.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { z } from 'zod';
import { createApp } from '../../../src/api/app';
import * as answers from '../../../src/api/answers';
import type { Deps } from '../../../src/api/deps';
import type { AnswerLimits } from '../../../src/api/invited/limits';
import { routes } from '../../../src/api/routes';
import { agencySchema } from '../../../src/domain/agency';
import { createPrinter } from '../../../src/messaging/messenger';
import { answerLinksWith } from '../../../src/platform/answer-links';
import { actorFor, bearerIn, idsWith, type Identity } from '../../../src/platform/identity';
import { portOf } from '../../../src/platform/listen';
import { programs, sources } from '../../../src/programs';
import { openStore } from '../../../src/store/open';
import type { Store } from '../../../src/store/types';
import { DirectCaseloads } from './direct-caseloads';
import { DirectCases } from './direct-cases';

/** Monday, 2 March 2026, ten in the morning in Los Angeles. */
export const START = Date.parse('2026-03-02T18:00:00Z');
export const DAY = 86_400_000;
export const RECEIPT_SECRET = 'of-the-gateway-0123456789';

const staff = [
  { id: 'cw1', role: 'caseworker', unit: 'north' },
  { id: 'sup1', role: 'supervisor', unit: 'north' },
  { id: 'fac1', role: 'facilitator', unit: 'north' },
  { id: 'full1', role: 'facilitator', unit: 'north', otherFamilies: 50 },
  { id: 'fs1', role: 'facilitator-supervisor', unit: 'north' },
  { id: 'cw2', role: 'caseworker', unit: 'south' },
  { id: 'pm1', role: 'program-manager', unit: 'central' },
  { id: 'cw3', role: 'caseworker', unit: 'north' },
  { id: 'p3w1', role: 'p3-worker', unit: 'p3' },
  { id: 'p3s1', role: 'p3-supervisor', unit: 'p3' },
  { id: 'in1', role: 'intake', unit: 'central' },
  { id: 'rc1', role: 'records-clerk', unit: 'north' },
  { id: 'op1', role: 'operator', unit: 'central' },
  { id: 'ad1', role: 'administrator', unit: 'central' },
] as const;
export type StaffId = (typeof staff)[number]['id'];

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON. */
  readonly json: unknown;
}

const recorded = answers.recorded;
export type Recorded = z.output<typeof recorded>;
export type ProblemBody = z.output<typeof answers.problem>;

export class Api {
  private keys = 0;
  constructor(
    readonly url: string,
    readonly store: Store,
    readonly cases: DirectCases,
    readonly deps: Deps,
    readonly clock: { now: number },
    readonly log: { event: string }[],
    private readonly server: Server,
  ) {}

  /** Sent as it stands; `body` may be bytes that are no JSON. */
  async send(method: string, path: string, { as = 'cw1', body, key, headers = {} }: SendOptions = {}): Promise<Reply> {
    const own = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(as === null ? {} : { Authorization: `Bearer ${tokenOf(as)}` }),
        ...own,
        ...(key === null || method === 'GET' ? {} : { 'Idempotency-Key': key ?? `key-${(this.keys += 1)}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const reply = {
      status: response.status,
      headers: response.headers,
      text,
      json: type.includes('json') ? JSON.parse(text) : null,
    };
    check(method, path, reply);
    return reply;
  }

  get(path: string, as: StaffId = 'cw1', headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, { as, headers });
  }

  async read<S extends z.ZodType>(schema: S, path: string, as: StaffId = 'cw1'): Promise<z.output<S>> {
    const reply = await this.get(path, as);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return schema.parse(reply.json);
  }

  /** Expects it to be recorded. */
  async do(method: string, path: string, body: object, options: SendOptions = {}): Promise<Recorded> {
    const reply = await this.send(method, path, { ...options, body });
    if (reply.status > 201) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return recorded.parse(reply.json);
  }

  /** Expects a problem. */
  async fail(method: string, path: string, body: object, options: SendOptions = {}): Promise<ProblemBody> {
    const reply = await this.send(method, path, { ...options, body });
    if (reply.status < 400) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return answers.problem.parse(reply.json);
  }

  open(over: object = {}, options: SendOptions = {}): Promise<Recorded> {
    return this.do('POST', '/v1/cases', family(over), options);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    await this.store.close();
  }
}

export interface SendOptions {
  readonly as?: StaffId | null;
  readonly body?: object | Uint8Array;
  /** null: none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a real issuer adds to this is shown in test/platform/oidc.test.ts. */
function standInFor(store: Store, staffOf: ReadonlyMap<string, string>, now: () => number): Identity {
  return {
    async whoIs(authorization) {
      const staff = staffOf.get(bearerIn(authorization) ?? '');
      return actorFor(await store.agency(), (person) => person.id === staff, now());
    },
  };
}

const tokenOf = (id: string): string => `token-of-${id}-0123456789`;

/** A child of eight, her mother and her foster carer; the hearing was on Friday. */
export function family(over: object = {}): object {
  return {
    unit: 'north',
    openedOn: '2026-02-20',
    programs: ['wa-enhanced-ppm'],
    children: [{ name: 'Ada Verne', bornOn: '2018-01-15' }],
    participants: [
      { name: 'Berta Verne', role: 'parent', email: 'berta@example.org' },
      { name: 'Cleo Park', role: 'caregiver', email: 'cleo@example.org' },
    ],
    staff: { caseworker: 'cw1', facilitator: 'fac1' },
    events: [
      {
        type: 'HearingHeld',
        on: '2026-02-27',
        kind: 'dependency-fact-finding',
        outcome: 'dependency-found',
        children: ['child:1'],
      },
    ],
    ...over,
  };
}

async function prepareStore(store: Store): Promise<typeof staff> {
  await store.saveAgency(agencySchema.parse({ id: 'agency', zone: 'America/Los_Angeles', staff }));
  for (const { id } of staff)
    await store.savePerson({
      id,
      caseId: null,
      name: `Staff ${id}`,
      email: `${id}@agency.example.org`,
      phone: null,
      language: 'en',
      doNotContact: false,
    });
  return staff;
}

/** `prepared`: with an agency and staff of its own. */
export async function startTestApi(
  limits: Partial<AnswerLimits> = {},
  prepared?: (store: Store) => Promise<readonly { readonly id: string }[]>,
): Promise<Api> {
  const clock = { now: START };
  const store = await openStore();
  const given = prepared ? await prepared(store) : await prepareStore(store);
  // It ticks: no two entries are recorded at one moment.
  const now = (): number => (clock.now += 1);
  const cases = new DirectCases(store, now);
  const log: { event: string }[] = [];
  const deps: Deps = {
    store,
    cases,
    caseloads: new DirectCaseloads(store, cases, now),
    integrity: { check: async () => false },
    identity: standInFor(store, new Map(given.map(({ id }) => [tokenOf(id), id])), () => clock.now),
    ids: idsWith(Buffer.alloc(32, 7)),
    programs,
    sources,
    now,
    answerWithinMs: 2_000,
    log: (line) => void log.push(line),
    links: { webUi: 'http://127.0.0.1:8233', mailbox: '/mailbox' },
    requestsPerMinute: 100_000,
    answerLinks: answerLinksWith(Buffer.alloc(32, 7), 'http://127.0.0.1:3000'),
    answerLimits: { perAddress: 100_000, perInvitation: 100_000, wrongCodes: 100_000, ...limits },
    proxies: 0,
    receiptSecret: Buffer.from(RECEIPT_SECRET),
    printed: createPrinter({
      agency: {
        name: 'Office',
        email: 'office@agency.example.org',
        phone: '206-555-0100',
        postal: ['1 Sample Street'],
      },
      consoleUrl: 'http://127.0.0.1:3000',
    }),
  };
  const server = createServer({ keepAliveTimeout: 120_000 }, createApp(deps)).listen(0, '127.0.0.1'); // a client that was busy may use its connection again
  await once(server, 'listening');
  return new Api(`http://127.0.0.1:${portOf(server)}`, store, cases, deps, clock, log, server);
}

const patterns = routes.map(({ method, path, operation }) => ({
  method: method.toUpperCase(),
  pattern: new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`),
  operation,
}));

/** No answer may be other than /openapi.json says. */
function check(method: string, path: string, reply: Reply): void {
  const type = reply.headers.get('content-type') ?? '';
  const address = path.split('?')[0] ?? '';
  if (reply.status >= 400 && address !== '/health/ready') {
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(answers.problem.parse(reply.json).status).toBe(reply.status);
    return;
  }
  const found = patterns.find((one) => one.method === method && one.pattern.test(address));
  if (!found || type.startsWith('text/html')) return;
  const schema = found.operation.answers[reply.status];
  if (!schema) throw new Error(`${method} ${path} is not described to answer ${reply.status}: ${reply.text}`);
  schema.parse(reply.json);
}
