// What must be opaque and always the same is derived from the key of the installation: never guessed, never drawn anew.
import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadKeys } from './keys';

/**
 * The first key of the key file: to rotate, a new key is added behind it, so that what is derived stays the same for ever. Were it
 * to change, a request sent again would be taken for a new one, and a letter composed again would be another letter.
 */
export function installationKey(keyFile: string): Buffer {
  loadKeys(keyFile); // makes and checks the file
  const { keys } = z
    .object({ keys: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(keyFile, 'utf8')));
  const first = Object.values(keys)[0];
  if (first === undefined) throw new Error(`The key file ${keyFile} holds no key.`);
  return Buffer.from(first, 'base64');
}

export type Derive = (...parts: readonly string[]) => Buffer;

/** HMAC-SHA256 under a key of its own for each purpose. */
export function deriver(key: Buffer, purpose: string): Derive {
  const secret = Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  // Lengths before the parts: `a` with `bc` must not be `ab` with `c`.
  return (...parts) =>
    createHmac('sha256', secret)
      .update(parts.map((part) => `${part.length}:${part}`).join('|'))
      .digest();
}
