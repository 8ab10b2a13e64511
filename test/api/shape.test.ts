// What cannot be read is turned away before it is anything: nothing is kept of it.
import { problem } from '../../src/api/answers';
import { family, startTestApi, type Api, type Reply, type SendOptions } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function opening(options: SendOptions): Promise<Reply> {
  return api.send('POST', '/v1/cases', options);
}

async function nothingKept(): Promise<void> {
  expect(await api.store.unanswered(api.clock.now + 1)).toEqual([]);
  expect(await api.store.cases({})).toEqual([]);
}

afterEach(nothingKept);

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

test.each([
  ['no JSON', bytes('{"unit": "north"'), 'It is not valid JSON.'],
  ['an empty body', bytes(''), 'It is not valid JSON.'],
  ['a byte order mark', bytes(`\uFEFF${JSON.stringify(family())}`), 'byte order mark'],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'It is not UTF-8.'],
  ['a field twice', bytes('{"unit":"north","unit":"south"}'), 'field twice'],
  ['a field twice, written in two ways', bytes('{"unit":"north","un\\u0069t":"south"}'), 'field twice'],
  ['more than 32 levels', bytes(nested(33)), '32 levels'],
])('a body with %s is malformed: 400', async (_what, body, detail) => {
  const reply = await opening({ body });
  expect(reply.status).toBe(400);
  expect(problem.parse(reply.json)).toMatchObject({ type: '/problems/malformed-body', status: 400 });
  expect(problem.parse(reply.json).detail).toContain(detail);
});

test('the same name in two objects, or inside a text, is no field twice', async () => {
  const reply = await opening({ body: bytes('{"a":{"x":1},"b":{"x":"{\\"x\\":1,\\"x\\":2}"},"c":["x","x"]}') });
  expect(reply.status).toBe(422);
});

test('a text of nothing but quotes is turned away like any other', async () => {
  const reply = await opening({ body: bytes(`"${'\\"'.repeat(100_000)}`) });
  expect(reply.status).toBe(400);
});

test('a body of 10 MB is refused with 413', async () => {
  const reply = await opening({ body: family({ note: 'x'.repeat(10 * 1024 * 1024) }) });
  expect(reply.status).toBe(413);
  expect(problem.parse(reply.json).type).toBe('/problems/body-too-large');
});

test('a body just above 256 KB is refused, one just below is read', async () => {
  const sized = (size: number): Uint8Array => bytes(JSON.stringify({ x: 'y'.repeat(size - 8) }));
  expect((await opening({ body: sized(256 * 1024 + 1) })).status).toBe(413);
  expect((await opening({ body: sized(256 * 1024) })).status).toBe(422);
});

test.each([
  ['text/plain', 415],
  ['application/xml', 415],
  ['application/json; charset=iso-8859-1', 415],
])('a body as %s is refused with %d', async (type, status) => {
  const reply = await opening({ body: family(), headers: { 'Content-Type': type } });
  expect(reply.status).toBe(status);
});

test('a compressed body is refused with 415', async () => {
  const reply = await opening({ body: bytes('xyz'), headers: { 'Content-Encoding': 'gzip' } });
  expect(reply.status).toBe(415);
});

test('an answer that can only be XML is refused with 406', async () => {
  const reply = await api.send('GET', '/v1/worklists/mine', { headers: { Accept: 'application/xml' } });
  expect(reply.status).toBe(406);
});

test('without Idempotency-Key nothing is done: 400', async () => {
  const reply = await opening({ body: family(), key: null });
  expect(reply.status).toBe(400);
  expect(problem.parse(reply.json).type).toBe('/problems/key-missing');
});

test.each(['with space', 'x'.repeat(201), 'ü'])('an Idempotency-Key that is no key is refused', async (key) => {
  const reply = await opening({ body: family(), key: null, headers: { 'Idempotency-Key': encodeLatin(key) } });
  expect(problem.parse(reply.json)).toMatchObject({ type: '/problems/key-unusable', status: 400 });
});

const encodeLatin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

test('an address that does not take the method says which it takes: 405', async () => {
  const reply = await api.send('PUT', '/v1/cases', { body: family() });
  expect(reply.status).toBe(405);
  expect(reply.headers.get('allow')).toBe('POST');
});

test('an unknown address is a 404 problem', async () => {
  const reply = await api.get('/v1/nothing');
  expect(problem.parse(reply.json)).toMatchObject({ status: 404, type: '/problems/not-found' });
});

test('a query parameter that is not known, or stands there twice, is refused', async () => {
  const unknown = await api.get('/v1/worklists/unit?colour=red');
  expect(problem.parse(unknown.json)).toMatchObject({ status: 422, errors: [{ pointer: '?colour' }] });
  expect((await api.get('/v1/worklists/unit?dueBy=2026-03-01&dueBy=2026-03-02')).status).toBe(400);
  expect((await api.get('/health/live?x=1')).status).toBe(400);
});

test('every answer has its own request id, and a problem names it', async () => {
  const [one, two] = [await api.get('/v1/nothing'), await api.get('/v1/nothing')];
  expect(problem.parse(one.json).instance).toBe(one.headers.get('x-request-id'));
  expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'));
});

test('values that were sent are never sent back, nor logged', async () => {
  const secret = 'Zzyzx-4711';
  const reply = await opening({ body: family({ unit: secret, children: [{ name: 7, bornOn: secret }], [secret]: 1 }) });
  const { errors = [], ...rest } = problem.parse(reply.json);
  expect(errors.map((one) => one.pointer).sort()).toEqual([
    `/${secret}`,
    '/children/0/bornOn',
    '/children/0/name',
    '/unit',
  ]);
  expect(JSON.stringify([rest, errors.map((one) => one.says)])).not.toContain(secret);
  expect(JSON.stringify(api.log)).not.toContain(secret);
});
