// The description and the program say the same.
import Ajv2020 from 'ajv/dist/2020';
import { z } from 'zod';
import { createApp } from '../../src/api/app';
import { routes } from '../../src/api/routes';
import { caseEventSchema } from '../../src/domain/events';
import { family, startTestApi, type Api } from './support/api';

const json = z.record(z.string(), z.unknown());
const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string().optional(),
      schema: json,
    }),
  ),
  requestBody: z
    .strictObject({
      required: z.literal(true),
      content: z.strictObject({ 'application/json': z.strictObject({ schema: json }) }),
    })
    .optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string(), content: z.record(z.string(), z.strictObject({ schema: json })) }),
  ),
});
/** OpenAPI 3.1, as far as this document goes. */
const description = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  security: z.array(json),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'patch', 'put']), operation)),
  components: z.strictObject({ schemas: z.record(z.string(), json), securitySchemes: json }),
});

let api: Api;
let document: z.output<typeof description>;
let ajv: Ajv2020;
beforeAll(async () => {
  api = await startTestApi();
  const sent = await api.send('GET', '/openapi.json', { as: null });
  expect(sent.status).toBe(200);
  document = description.parse(sent.json);
  ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'api');
});
afterAll(() => api.close());

const bodyOf = (path: string) => {
  const found = ajv.getSchema(
    `api#/paths/${path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/post/requestBody/content/application~1json/schema`,
  );
  if (!found) throw new Error(`no body is described for ${path}`);
  return found;
};

/** Every method and path that the program answers, read from the program itself. */
function served(): string[] {
  const stack: unknown = createApp(api.deps).router.stack;
  const layers = z
    .array(
      z.object({
        route: z.object({ path: z.string(), stack: z.array(z.object({ method: z.string().optional() })) }).optional(),
      }),
    )
    .parse(stack);
  return layers.flatMap(({ route }) =>
    route === undefined
      ? []
      : [...new Set(route.stack.map((one) => one.method))]
          .filter((method) => method !== undefined)
          .map((method) => `${method} ${route.path.replaceAll(/:([a-z]+)/g, '{$1}')}`),
  );
}

test('every route of the program is described, and every described one is a route', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(
    served()
      .filter((one) => one !== 'get /openapi.json')
      .toSorted(),
  );
  expect(described).toHaveLength(routes.length);
});

test('every operation has an id of its own, and its path parameters', () => {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((one) => ({ path, one })),
  );
  expect(new Set(all.map(({ one }) => one.operationId)).size).toBe(all.length);
  for (const { path, one } of all)
    expect(one.parameters.filter((p) => p.in === 'path').map((p) => `{${p.name}}`)).toEqual(
      path.match(/\{[a-z]+\}/g) ?? [],
    );
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((found) => found[1] ?? '');
  expect(references.length).toBeGreaterThan(100);
  const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
  expect(references.filter((one) => !known.has(one))).toEqual([]);
});

test('every type of event is described by its name', () => {
  const types = caseEventSchema.options.map((option) => option.shape.type.value);
  expect(types.length).toBeGreaterThan(40);
  for (const type of types)
    expect(document.components.schemas[type]).toMatchObject({ properties: { type: { const: type } } });
});

test('what the description takes the program takes, and the other way round', async () => {
  const takes = bodyOf('/v1/cases');
  expect(takes(family())).toBe(true);
  expect((await api.send('POST', '/v1/cases', { body: family() })).status).toBe(201);
  for (const wrong of [{ colour: 'red' }, { children: [] }, { unit: 7 }, { events: [{ type: 'Nothing' }] }]) {
    expect(takes(family(wrong))).toBe(false);
    expect((await api.send('POST', '/v1/cases', { body: family(wrong) })).status).toBe(422);
  }
});

test('events are described down to their fields', () => {
  const takes = bodyOf('/v1/cases/{case}/events');
  const held = (over: object) => ({ events: [{ type: 'MeetingHeld', meeting: 'm', attendance: [], ...over }] });
  expect(takes(held({}))).toBe(true);
  expect(takes(held({ attendance: [{ participant: 'p', how: 'flying' }] }))).toBe(false);
  expect(
    takes({ events: [{ type: 'EventCorrected', event: 'e', reason: 'r', to: { type: 'CaseReopened', reason: 'x' } }] }),
  ).toBe(true);
  expect(takes({ events: [{ type: 'EventCorrected', event: 'e', reason: 'r', to: { type: 'EventRetracted' } }] })).toBe(
    false,
  );
});

test('whatever changes something asks for the Idempotency-Key, and nothing else does', () => {
  for (const { method, path, operation: op } of routes) {
    const described = document.paths[path.replaceAll(/:([a-z]+)/g, '{$1}')]?.[method];
    const asks = described?.parameters.some((one) => one.name === 'Idempotency-Key');
    expect([path, asks]).toEqual([path, method !== 'get' && op.safe !== true]);
  }
});
