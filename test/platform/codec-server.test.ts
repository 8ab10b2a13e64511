import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import express from 'express';
import { createCodec } from '../../src/platform/codec';
import { codecHandler } from '../../src/platform/codec-server';
import { loadKeys } from '../../src/platform/keys';

const { Payload } = temporal.api.common.v1;
type JsonPayload = { metadata?: Record<string, string>; data?: string };
// protobuf's own mapping, not the one under test
const payloadToJSON = (payload: temporal.api.common.v1.IPayload): unknown =>
  Payload.toObject(Payload.create(payload), { bytes: String });
const JSONToPayload = (json: JsonPayload) => Payload.fromObject(json);

const UI = 'http://127.0.0.1:8233';
const folder = mkdtempSync(join(tmpdir(), 'codec-server-'));
const codec = createCodec(loadKeys(join(folder, 'codec.json')));
let server: Server;
let url: string;
beforeAll(async () => {
  server = express()
    .use('/codec', codecHandler(codec, { origins: [UI] }))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/codec`;
});
afterAll(async () => {
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-namespace': 'default', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('decodes what a case has sealed, and seals what the CLI sends', async () => {
  const context = { type: 'workflow', namespace: 'default', workflowId: 'case-a' } as const;
  const sealed = await codec.encode([defaultPayloadConverter.toPayload({ due: '2027-02-11' })], context);
  const decoded = await post('/decode', { payloads: sealed.map((payload) => payloadToJSON(payload)) }, { origin: UI });
  expect(decoded.status).toBe(200);
  expect(decoded.headers.get('access-control-allow-origin')).toBe(UI);
  expect(decoded.headers.get('cache-control')).toBe('no-store');
  const [payload] = ((await decoded.json()) as { payloads: JsonPayload[] }).payloads;
  expect(defaultPayloadConverter.fromPayload(JSONToPayload(payload!))).toEqual({ due: '2027-02-11' });

  const encoded = await post('/encode', { payloads: [payload] });
  const [again] = ((await encoded.json()) as { payloads: JsonPayload[] }).payloads;
  expect(Buffer.from(again!.metadata!['encoding']!, 'base64').toString()).toBe('binary/encrypted-v1');
  expect(
    (await codec.decode([JSONToPayload(again!)], context)).map((one) => defaultPayloadConverter.fromPayload(one)),
  ).toEqual([{ due: '2027-02-11' }]);
});

test('a browser asks first and is told the headers that the Web UI sends', async () => {
  const asked = await fetch(`${url}/decode`, {
    method: 'OPTIONS',
    headers: {
      origin: UI,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-namespace',
    },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-headers')).toBe('content-type, x-namespace, authorization');
});

test.each(['http://evil.example', 'null', 'http://127.0.0.1:82330', 'http://localhost:8233'])(
  'a page from %s is turned away',
  async (origin) => {
    const answer = await post('/decode', { payloads: [] }, { origin });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  },
);

test.each([
  ['no JSON', '{', 400],
  ['no payloads', {}, 400],
  ['a payload that is not base64', { payloads: [{ data: '%%%' }] }, 400],
  ['201 payloads', { payloads: Array.from({ length: 201 }, () => ({})) }, 400],
  ['more than 1 MiB', { payloads: [{ data: 'A'.repeat(1_100_000) }] }, 413],
])('%s gets an answer that says nothing about the content', async (_what, body, status) => {
  const answer = await post('/decode', body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ message: 'bad request' });
});

test('a payload under a key that is not there gets a general error', async () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const metadata = { encoding: base64('binary/encrypted-v1'), key: base64('k-lost'), case: base64('') };
  const answer = await post('/decode', { payloads: [{ metadata, data: Buffer.alloc(300).toString('base64') }] });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ message: 'cannot be translated' });
});
