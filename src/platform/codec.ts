// Compresses and encrypts every payload that Temporal stores: arguments, results, summaries, details, failures.
// A payload that cannot be opened must not throw inside a worker: the workflow task would fail, and be retried, for ever, and the
// child's deadlines with it. It is read as a tombstone instead, the same one at every replay, which the case refuses like any
// malformed entry. Only a missing key throws: that can be mended, and to go on without it would be to forget.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { Tombstone } from '../workflows/messages';
import type { Keys } from './keys';

// The SDK's SerializationContext in so far as the codec uses it: the case that a payload belongs to.
type Context = Parameters<PayloadCodec['encode']>[1];

export const ENCRYPTED = 'binary/encrypted-v1';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 5; // 1 for flags, 4 for the length of the body
const BUCKET = 256; // a length would tell a refusal from an acceptance
const DEFLATED = 1;
const LARGEST_BODY = 16 * 1024 * 1024;

export type Refusal = 'other-case' | 'tampered' | 'unknown-encoding' | 'unreadable';

export class KeyUnavailable extends Error {
  override readonly name = 'KeyUnavailable';
}

export function createCodec(keys: Keys): PayloadCodec {
  return {
    encode: async (payloads, context) => payloads.map((payload) => seal(payload, keys, context?.workflowId ?? '')),
    decode: async (payloads, context: Context) => payloads.map((payload) => open(payload, keys, context?.workflowId)),
  };
}

function seal(payload: Payload, keys: Keys, caseId: string): Payload {
  const { id, key } = keys.current;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound(id, caseId));
  const body = Buffer.concat([cipher.update(pack(payload)), cipher.final()]);
  return {
    metadata: { encoding: Buffer.from(ENCRYPTED), key: Buffer.from(id), case: Buffer.from(caseId) },
    data: Buffer.concat([nonce, body, cipher.getAuthTag()]),
  };
}

function open(payload: Payload, keys: Keys, caseId: string | undefined): Payload {
  const encoding = text(payload, 'encoding');
  if (encoding !== ENCRYPTED) return isPlain(payload, encoding) ? payload : tombstone('unknown-encoding');
  const keyId = text(payload, 'key');
  const owner = text(payload, 'case');
  const data = payload.data;
  if (!keyId || owner === undefined || !data || data.length < NONCE_BYTES + HEADER_BYTES + TAG_BYTES)
    return tombstone('unreadable');
  // Copied from the history of another case. A payload without an owner was sealed by a codec server, which is not told the case.
  if (owner !== '' && caseId !== undefined && owner !== caseId) return tombstone('other-case');
  const key = keys.find(keyId);
  if (!key) throw new KeyUnavailable(`No key '${keyId}' in the key file.`);
  try {
    const opener = createDecipheriv(CIPHER, key, data.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    opener.setAAD(bound(keyId, owner)).setAuthTag(data.subarray(-TAG_BYTES));
    return unpack(Buffer.concat([opener.update(data.subarray(NONCE_BYTES, -TAG_BYTES)), opener.final()]));
  } catch {
    return tombstone('tampered');
  }
}

// Named fields in a fixed order, each with its length: the SDK's own context object has no stable key order.
function bound(keyId: string, caseId: string): Buffer {
  return Buffer.from([ENCRYPTED, keyId, caseId].map((field) => `${Buffer.byteLength(field)}:${field}`).join('|'));
}

function pack(payload: Payload): Buffer {
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  const small = deflateRawSync(plain);
  const deflated = small.length < plain.length;
  const body = deflated ? small : plain;
  const packed = Buffer.alloc(Math.ceil((HEADER_BYTES + body.length) / BUCKET) * BUCKET);
  packed.writeUInt8(deflated ? DEFLATED : 0, 0);
  packed.writeUInt32BE(body.length, 1);
  packed.set(body, HEADER_BYTES);
  return packed;
}

function unpack(packed: Buffer): Payload {
  const body = packed.subarray(HEADER_BYTES, HEADER_BYTES + packed.readUInt32BE(1));
  const plain = packed.readUInt8(0) === DEFLATED ? inflateRawSync(body, { maxOutputLength: LARGEST_BODY }) : body;
  const { metadata, data } = temporal.api.common.v1.Payload.decode(plain);
  return { metadata, data };
}

// What an operator types into the Web UI or the CLI comes unencrypted, and is judged by `advance` like any entry. It must be
// something that the payload converter can read; it throws at anything else.
function isPlain(payload: Payload, encoding: string | undefined): boolean {
  if (encoding === 'binary/null') return true;
  if (!payload.data) return false;
  if (encoding === 'binary/plain') return true;
  if (encoding !== 'json/plain') return false;
  try {
    JSON.parse(Buffer.from(payload.data).toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

function tombstone(code: Refusal): Payload {
  const content: Tombstone = { __refused: code };
  return { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(JSON.stringify(content)) };
}

function text(payload: Payload, field: string): string | undefined {
  const value = payload.metadata?.[field];
  return value ? Buffer.from(value).toString('utf8') : undefined;
}
