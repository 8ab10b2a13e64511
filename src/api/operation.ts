// One operation of the API: what it takes, what it answers, who may call it. The same declaration checks the request and
// describes it in /openapi.json.
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { IssuerAway } from '../platform/identity';
import { authorised, type Access, type Needs } from './access';
import type { Actor, Deps } from './deps';
import { invalidFields, Problem } from './problems';
import { readJson, requireStorableText } from './read-json';

export interface Call<B, Q> {
  readonly actor: Actor;
  /** The case of the address, and what the caller may do with it. */
  readonly access: Access;
  readonly params: Readonly<Record<string, string>>;
  readonly body: B;
  readonly query: Q;
  /** Opaque and always the same for this actor and Idempotency-Key. */
  readonly entryId: string;
  /** What the same key must bring again. */
  readonly fingerprint: string;
  /** The client prefers a page to read. */
  readonly html: boolean;
  readonly deps: Deps;
}

export interface Answer {
  readonly status: number;
  /** An object is sent as JSON; a text as a page. */
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who may call it: anybody, without a token; or who has the right that it needs (permissions.ts). */
export type Audience = { readonly open: true } | { readonly open?: never; readonly needs: Needs };

export type Operation<B extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> = Audience & {
  readonly id: string;
  readonly summary: string;
  readonly about?: string;
  /** A body: the request changes something, and needs an Idempotency-Key unless it is `safe`. */
  readonly body?: B;
  /** Takes a body and changes nothing. */
  readonly safe?: true;
  readonly query?: Q;
  /** Can be had as a page too. */
  readonly page?: true;
  /** Status -> what is answered. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
  handle(call: Call<z.output<B>, z.output<Q>>): Promise<Answer>;
};

/** For its types alone. */
export function operation<B extends z.ZodType, Q extends z.ZodType>(declared: Operation<B, Q>): Operation {
  return declared as unknown as Operation;
}

export function changesSomething(op: Operation): boolean {
  return op.body !== undefined && op.safe !== true;
}

const nobody: Actor = { staffId: 'nobody', role: 'operator', unit: 'none' };
const nothing: Access = { row: null, may: () => false };

export function handlerOf(op: Operation, deps: Deps): RequestHandler {
  return async (request, response) => {
    const actor = op.open ? nobody : await authenticated(request, deps);
    const params = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));
    const access = op.open ? nothing : await authorised(deps, actor, op, params['case']);
    const html = wantsPage(request, op);
    const entryId = changesSomething(op) ? deps.ids.entry(actor.staffId, idempotencyKey(request)) : '';
    const body = op.body ? bodyOf(request, op.body) : { sent: null, read: undefined };
    const query = queryOf(request, op);
    const fingerprint = deps.ids.derived(`${request.method} ${request.path}`, canonical(body.sent), 40);
    const answer = await op.handle({ actor, access, params, body: body.read, query, entryId, fingerprint, html, deps });
    send(response, answer);
  };
}

async function authenticated(request: Request, deps: Deps): Promise<Actor> {
  const actor = await deps.identity.whoIs(request.headers.authorization).catch((error: unknown) => {
    if (!(error instanceof IssuerAway)) throw error;
    deps.log({ event: 'issuer-away' });
    throw new Problem('unavailable', 'The issuer of tokens cannot be reached. Try again.', [], { 'Retry-After': '10' });
  });
  if (actor) return actor;
  throw new Problem('unauthenticated', 'Send `Authorization: Bearer <token>`.', [], {
    'WWW-Authenticate': 'Bearer realm="casework"',
  });
}

function wantsPage(request: Request, op: Operation): boolean {
  if (op.page && request.query['format'] === 'html') return true;
  const offered = op.page ? ['application/json', 'text/html'] : ['application/json', 'application/problem+json'];
  const chosen = request.accepts(offered);
  if (chosen === false)
    throw new Problem(
      'not-acceptable',
      `Answers come as ${op.page ? 'application/json or text/html' : 'application/json'}.`,
    );
  return chosen === 'text/html';
}

function idempotencyKey(request: Request): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '')
    throw new Problem(
      'key-missing',
      'Send a header `Idempotency-Key` with a value of your own, such as a UUID: sent again with it, a request is done once.',
    );
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('key-unusable', 'It must be 1 to 200 visible ASCII characters.');
  return key;
}

function bodyOf(request: Request, schema: z.ZodType): { sent: unknown; read: unknown } {
  const type = (request.headers['content-type'] ?? '').toLowerCase().replaceAll(' ', '');
  if (!/^application\/json(;charset="?utf-8"?)?$/.test(type))
    throw new Problem('unsupported-media-type', 'Send the body as application/json in UTF-8.');
  const bytes: unknown = request.body;
  const sent = readJson(bytes instanceof Uint8Array ? bytes : new Uint8Array());
  requireStorableText(sent);
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw invalidFields(parsed.error);
  return { sent, read: parsed.data };
}

function queryOf(request: Request, op: Operation): unknown {
  const { format: _format, ...rest } = request.query;
  const twice = Object.entries(rest).find(([, value]) => typeof value !== 'string');
  if (twice) throw new Problem('bad-request', 'A query parameter may stand there once only.');
  const query = op.page ? rest : request.query;
  if (!op.query) {
    if (Object.keys(query).length === 0) return {};
    throw new Problem('bad-request', 'This address takes no query parameters.');
  }
  requireStorableText(query);
  const parsed = op.query.safeParse(query);
  if (!parsed.success) throw invalidFields(parsed.error, 'query');
  return parsed.data;
}

/** The same text for the same content, in whatever order its fields were sent. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

function send(response: Response, answer: Answer): void {
  response
    .status(answer.status)
    .set('Cache-Control', 'no-store')
    .set(answer.headers ?? {});
  if (typeof answer.body === 'string') response.type('html').send(answer.body);
  else response.json(answer.body);
}
