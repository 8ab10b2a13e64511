// The description of the API, made from the same contracts that check requests.
import { z } from 'zod';
import { correctedSchema, eventSchemas, plainEventSchema, retractedSchema } from '../domain/events';
import { problem } from './answers';
import { recordableEvent } from './contracts';
import { changesSomething, type Operation } from './operation';
import { permissions, whoMay } from './permissions';
import { problemTypes } from './problems';
import type { Route } from './routes';

const title = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** Schemas that get a name of their own. */
const named = z.registry<{ id: string; title?: string; description?: string }>();
for (const schema of [...eventSchemas, correctedSchema, retractedSchema]) {
  const id = schema.shape.type.value;
  named.add(schema, { id, title: title(id) });
}
named.add(plainEventSchema, {
  id: 'PlainEvent',
  description: 'What happened. `on` is the civil day on which it did; today when it is left out.',
});
named.add(recordableEvent, { id: 'Event', description: 'What happened, or the correction or retraction of it.' });
named.add(problem, { id: 'Problem', description: 'RFC 9457. Values that were sent are never sent back.' });

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const own = z.registry<{ id: string }>();
  own.add(schema, { id: 'It' });
  for (const [one, meta] of namedSchemas()) if (one !== schema) own.add(one, meta);
  const { schemas } = z.toJSONSchema(own, { io, uri: (id) => `#/components/schemas/${id}`, unrepresentable: 'any' });
  const { It, ...rest } = schemas as Record<string, Json>;
  for (const [id, made] of Object.entries(rest)) components[id] ??= bare(made);
  return bare(It ?? {});
}

function namedSchemas(): [z.ZodType, { id: string; title?: string; description?: string }][] {
  const all = [...eventSchemas, correctedSchema, retractedSchema, plainEventSchema, recordableEvent, problem];
  return all.map((schema) => [schema, named.get(schema)!]);
}

/** Without what the address of a document says of itself: here it is a part of one. */
function bare({ $schema: _schema, $id: _id, ...rest }: Json): Json {
  return rest;
}

const problemAnswer = (codes: readonly string[]): Json => ({
  description: codes.map((code) => `/problems/${code}`).join(', '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function problemsOf(op: Operation): Json {
  const always: (keyof typeof problemTypes)[] = [
    'too-many-requests',
    'internal-fault',
    'not-acceptable',
    'bad-request',
  ];
  const here: (keyof typeof problemTypes)[] = [
    ...always,
    ...(op.open ? [] : (['unauthenticated', 'not-permitted', 'not-found', 'unavailable'] as const)),
    ...(op.body
      ? (['malformed-body', 'body-too-large', 'unsupported-media-type', 'invalid-fields', 'invalid-text'] as const)
      : []),
    ...(op.query ? (['invalid-fields'] as const) : []),
    ...(changesSomething(op)
      ? (['key-missing', 'key-unusable', 'key-reused', 'refused', 'conflict', 'finished'] as const)
      : []),
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(here)) {
    const status = problemTypes[code][0];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const taken = new Set(Object.keys(op.answers));
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => !taken.has(String(status)))
      .map(([status, codes]) => [status, problemAnswer(codes)]),
  );
}

export const pathOf = (path: string): string => path.replaceAll(/:([a-z]+)/g, '{$1}');

export function openApi(routes: readonly Route[], server: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const { method, path, operation } of routes)
    (paths[pathOf(path)] ??= {})[method] = operationOf(operation, path, components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Casework API',
      version: '1',
      description:
        'Each case is a list of dated events; what is owed follows from them. A request is `safe` when it is kept, and `recorded` when the case has taken it.',
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operationOf(op: Operation, path: string, components: Json): Json {
  const inPath = [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A value of your own, such as a UUID. The same key with the same request gives the same answer, for ever.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  };
  const page = {
    name: 'format',
    in: 'query',
    required: false,
    description: '`html`: a page to print.',
    schema: { type: 'string', enum: ['html'] },
  };
  return {
    operationId: op.id,
    summary: op.summary,
    ...described(op),
    ...(op.open ? { security: [] } : {}),
    parameters: [
      ...inPath,
      ...(op.query ? queryParameters(schemaOf(op.query, 'input', components)) : []),
      ...(op.page ? [page] : []),
      ...(changesSomething(op) ? [key] : []),
    ],
    ...(op.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(op.body, 'input', components) } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(op.answers).map(([status, schema]) => [
          status,
          answerOf(op, Number(status), schema, components),
        ]),
      ),
      ...problemsOf(op),
    },
  };
}

function described(op: Operation): { description?: string } {
  const right = op.open
    ? []
    : op.needs === 'each-event'
      ? ['Each event asks for a right of its own (docs/roles.md).']
      : [`Who may ${permissions[op.needs]}: ${whoMay(op.needs)}.`];
  const parts = [...(op.about === undefined ? [] : [op.about]), ...right];
  return parts.length === 0 ? {} : { description: parts.join(' ') };
}

const MEANING: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Recorded',
  202: 'Safe: kept, and recorded as soon as the case answers',
  503: 'Not ready',
};

function answerOf(op: Operation, status: number, schema: z.ZodType, components: Json): Json {
  return {
    description: MEANING[status] ?? 'Answer',
    content: {
      'application/json': { schema: schemaOf(schema, 'output', components) },
      ...(op.page ? { 'text/html': { schema: { type: 'string' } } } : {}),
    },
  };
}

function queryParameters(schema: Json): Json[] {
  const required = new Set((schema['required'] ?? []) as string[]);
  return Object.entries((schema['properties'] ?? {}) as Json).map(([name, one]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: one,
  }));
}
