// The keys that encrypt everything that goes through Temporal. They lie in one file that is made at the first start; without it no
// history can be read any more (cases can still be started again from the journal), so it belongs into the backup.
import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, openSync, closeSync, fsyncSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const keyBytes = 32;

const keyFile = z
  .strictObject({
    current: z.string().min(1),
    keys: z.record(
      z.string().regex(/^[a-z0-9-]{1,40}$/),
      z
        .base64()
        .transform((text) => Buffer.from(text, 'base64'))
        .refine((key) => key.length === keyBytes, `a key has ${keyBytes} bytes`),
    ),
  })
  .refine((file) => file.current in file.keys, 'the current key is missing');

export interface Keys {
  /** Encrypts what is written from now on. */
  readonly current: { readonly id: string; readonly key: Buffer };
  /** Any key that once was current. */
  find(id: string): Buffer | undefined;
}

/**
 * Reads the key file; makes it when there is none. To rotate: add a key under a new id, make it `current`, restart. A process
 * that meets an id unknown to it reads the file again, so it need not be the first to restart.
 */
export function loadKeys(file: string): Keys {
  makeOnce(file);
  let known = read(file);
  return {
    get current() {
      return { id: known.current, key: known.keys[known.current]! };
    },
    find(id) {
      if (!Object.hasOwn(known.keys, id)) known = read(file);
      return Object.hasOwn(known.keys, id) ? known.keys[id] : undefined;
    },
  };
}

function read(file: string): z.infer<typeof keyFile> {
  const text = readFileSync(file, 'utf8');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's own message would quote key material.
    throw new Error(`The key file ${file} is not JSON.`);
  }
  const parsed = keyFile.safeParse(content);
  if (!parsed.success)
    throw new Error(`The key file ${file} is not valid: ${parsed.error.issues[0]?.message ?? 'unknown'}.`);
  return parsed.data;
}

// Written aside, then linked: a crash leaves no half file, and of two processes that start at once only one makes the keys.
function makeOnce(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const id = `k-${new Date().toISOString().slice(0, 10)}`;
  const content = { current: id, keys: { [id]: randomBytes(keyBytes).toString('base64') } };
  const aside = `${file}.${randomUUID()}`;
  const handle = openSync(aside, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(handle);
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(handle);
    rmSync(aside, { force: true });
  }
}
