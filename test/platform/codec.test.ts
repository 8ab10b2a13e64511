import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import fc from 'fast-check';
import { ENCRYPTED, KeyUnavailable, createCodec } from '../../src/platform/codec';
import { loadKeys } from '../../src/platform/keys';

const MARKER = 'Marker-Jane-Doe';
const CASE_A = { type: 'workflow', namespace: 'default', workflowId: 'case-a' } as const;
const CASE_B = { type: 'workflow', namespace: 'default', workflowId: 'case-b' } as const;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'codec-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keyFile = () => join(folder, 'keys', 'codec.json');
const codec = () => createCodec(loadKeys(keyFile()));
const json = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const value = (payload: Payload | undefined): unknown => defaultPayloadConverter.fromPayload(payload!);
const seal = async (content: unknown, context?: typeof CASE_A | typeof CASE_B) =>
  (await codec().encode([json(content)], context))[0]!;
const open = async (payload: Payload, context?: typeof CASE_A | typeof CASE_B) =>
  value((await codec().decode([payload], context))[0]);
const raw = (payload: Payload) => Buffer.from(payload.data!);

test('any value comes back as it went in, and equal values do not look equal', async () => {
  const one = codec();
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (content) => {
      const [sealed] = await one.encode([json(content)], CASE_A);
      const [opened] = await one.decode([sealed!], CASE_A);
      expect(JSON.stringify(value(opened))).toBe(JSON.stringify(content));
    }),
    { numRuns: 200 },
  );
  const [first, second] = await one.encode([json('x'), json('x')], CASE_A);
  expect(raw(first!).equals(raw(second!))).toBe(false);
  expect(value((await one.decode(await one.encode([json(undefined)]))).at(0))).toBeUndefined();
  expect(value((await one.decode(await one.encode([json(new Uint8Array([1, 2, 255]))]))).at(0))).toEqual(
    new Uint8Array([1, 2, 255]),
  );
});

test('nothing of the content stands in the sealed payload, and its length tells only the bucket', async () => {
  const sealed = await seal({ text: MARKER }, CASE_A);
  expect(JSON.stringify([sealed.metadata, raw(sealed)].map(String))).not.toContain(MARKER);
  expect(Object.keys(sealed.metadata!).sort()).toEqual(['case', 'encoding', 'key']);
  const lengths = await Promise.all(
    ['', 'short', 'a refusal with a reason of some words'].map(async (text) => raw(await seal(text, CASE_A)).length),
  );
  expect(new Set(lengths).size).toBe(1);
});

test('long text is compressed before it is sealed', async () => {
  expect(raw(await seal('all the same '.repeat(10_000), CASE_A)).length).toBeLessThan(2_000);
});

test('a payload of another case is read as a tombstone', async () => {
  const sealed = await seal({ text: MARKER }, CASE_A);
  expect(await open(sealed, CASE_A)).toEqual({ text: MARKER });
  expect(await open(sealed, CASE_B)).toEqual({ __refused: 'other-case' });
  // Relabelled, it no longer opens: the label is part of what is authenticated.
  const relabelled = { ...sealed, metadata: { ...sealed.metadata, case: Buffer.from('case-b') } };
  expect(await open(relabelled, CASE_B)).toEqual({ __refused: 'tampered' });
  const unlabelled = { ...sealed, metadata: { ...sealed.metadata, case: Buffer.from('') } };
  expect(await open(unlabelled, CASE_B)).toEqual({ __refused: 'tampered' });
  // The error paths of the SDK and the codec server give no context; there the label is believed.
  expect(await open(sealed)).toEqual({ text: MARKER });
});

test('a change of any single byte is noticed, and never throws', async () => {
  const sealed = await seal({ text: MARKER }, CASE_A);
  const one = codec();
  for (let index = 0; index < raw(sealed).length; index += 1) {
    const data = Buffer.from(raw(sealed));
    data[index]! ^= 1;
    expect(value((await one.decode([{ ...sealed, data }], CASE_A))[0])).toEqual({ __refused: 'tampered' });
  }
});

test.each([
  ['no metadata', { data: Buffer.from('{}') }, 'unknown-encoding'],
  [
    'an unknown encoding',
    { metadata: { encoding: Buffer.from('binary/encrypted') }, data: Buffer.from('x') },
    'unknown-encoding',
  ],
  [
    'JSON that is none',
    { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{') },
    'unknown-encoding',
  ],
  ['JSON without data', { metadata: { encoding: Buffer.from('json/plain') } }, 'unknown-encoding'],
  [
    'an envelope without data',
    { metadata: { encoding: Buffer.from(ENCRYPTED), key: Buffer.from('k'), case: Buffer.from('') } },
    'unreadable',
  ],
  [
    'an envelope that was cut',
    {
      metadata: { encoding: Buffer.from(ENCRYPTED), key: Buffer.from('k'), case: Buffer.from('') },
      data: Buffer.alloc(20),
    },
    'unreadable',
  ],
  [
    'an envelope without a key id',
    { metadata: { encoding: Buffer.from(ENCRYPTED), case: Buffer.from('') }, data: Buffer.alloc(300) },
    'unreadable',
  ],
])('%s is read as a tombstone, the same each time', async (_what, payload, code) => {
  const opened = await codec().decode([payload], CASE_A);
  expect(value(opened[0])).toEqual({ __refused: code });
  expect(await codec().decode([payload], CASE_A)).toEqual(opened);
});

test('what an operator sends unencrypted passes as it is', async () => {
  const plain = [json({ id: 'x' }), json(undefined), json(new Uint8Array([1]))];
  expect(await codec().decode(plain, CASE_A)).toEqual(plain);
});

test('a missing key throws, so that the case waits instead of forgetting', async () => {
  const sealed = await seal('x', CASE_A);
  const foreign = createCodec(loadKeys(join(folder, 'other.json')));
  const otherKey = { ...sealed, metadata: { ...sealed.metadata, key: Buffer.from('k-1999-01-01') } };
  await expect(foreign.decode([otherKey], CASE_A)).rejects.toThrow(KeyUnavailable);
});

test('after a rotation old payloads open, new ones use the new key, and a process that did not restart reads both', async () => {
  const running = createCodec(loadKeys(keyFile()));
  const old = await seal('old', CASE_A);
  const file = JSON.parse(readFileSync(keyFile(), 'utf8')) as { current: string; keys: Record<string, string> };
  file.keys['k-next'] = Buffer.alloc(32, 7).toString('base64');
  file.current = 'k-next';
  writeFileSync(keyFile(), JSON.stringify(file));

  const fresh = await seal('new', CASE_A);
  expect(Buffer.from(fresh.metadata!['key']!).toString()).toBe('k-next');
  expect(await open(old, CASE_A)).toBe('old');
  expect((await running.decode([old, fresh], CASE_A)).map(value)).toEqual(['old', 'new']);
});

test('the key file is made once, readable by its owner alone, and nothing is left beside it', async () => {
  const first = loadKeys(keyFile());
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  expect(loadKeys(keyFile()).current.key.equals(first.current.key)).toBe(true);
  expect(readdirSync(join(folder, 'keys'))).toEqual(['codec.json']);
});

test.each([
  ['is no JSON', 'secret-key-material'],
  ['has a key that is too short', JSON.stringify({ current: 'a', keys: { a: 'c2hvcnQ=' } })],
  ['lacks its current key', JSON.stringify({ current: 'b', keys: { a: Buffer.alloc(32).toString('base64') } })],
])('a key file that %s is refused without quoting it', (_what, content) => {
  const file = join(folder, 'broken.json');
  writeFileSync(file, content);
  expect(() => loadKeys(file)).toThrow(/key file/);
  expect(() => loadKeys(file)).not.toThrow(/secret-key-material|c2hvcnQ/);
  expect(readFileSync(file, 'utf8')).toBe(content);
});
