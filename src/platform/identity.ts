// Who is asking. Until real sign-in stands here, each member of the sample staff has a random token, made once per data directory.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AgencyData } from '../domain/agency';
import type { StaffRole } from '../domain/events';
import { dayOf } from '../domain/calendar';
import { isActive } from '../domain/presence';
import { isErrno } from './cache';
import { deriver, installationKey } from './derived';

export interface Actor {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly unit: string;
}

export interface Identity {
  /** null: nobody we know. */
  whoIs(authorization: string | undefined): Promise<Actor | null>;
}

/** Staff id -> token. */
export type Tokens = Readonly<Record<string, string>>;

const tokenFile = z.record(z.string(), z.string().min(20));

/** Reads DATA_DIR/tokens.json, and adds a token for everybody who has none. */
export function developmentTokens(dataDir: string, staff: readonly string[]): Tokens {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'tokens.json');
  const known = readTokens(file);
  const missing = staff.filter((id) => !Object.hasOwn(known, id));
  if (missing.length === 0) return known;
  const all = {
    ...known,
    ...Object.fromEntries(missing.map((id) => [id, `dev-${randomBytes(24).toString('base64url')}`])),
  };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}

function readTokens(file: string): Tokens {
  try {
    return tokenFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return {};
    throw new Error(`${file} cannot be read: delete it, and new tokens are made.`);
  }
}

export interface DevelopmentIdentityOptions {
  readonly tokens: () => Tokens;
  readonly agency: () => Promise<AgencyData | null>;
  readonly production: boolean;
}

export function developmentIdentity({ tokens, agency, production }: DevelopmentIdentityOptions): Identity {
  if (production)
    throw new Error(
      'Development tokens are no sign-in: with NODE_ENV=production this program does not start with them.',
    );
  return {
    async whoIs(authorization) {
      const given = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1];
      if (given === undefined) return null;
      const found = Object.entries(tokens()).find(([, token]) => sameText(token, given));
      if (!found) return null;
      const data = await agency();
      const person = data?.staff.find((one) => one.id === found[0]);
      return data && person && isActive(person, dayOf(Date.now(), data.zone))
        ? { staffId: person.id, role: person.role, unit: person.unit }
        : null;
    },
  };
}

// Compared by hash: equal lengths, and no hint by the time it takes.
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** Turns what must be opaque and always the same into ids: entry ids from idempotency keys, person and case ids from entry ids. */
export interface Ids {
  entry(actor: string, idempotencyKey: string): string;
  derived(entryId: string, what: string, hexDigits: number): string;
}

export function idsFrom(keyFile: string): Ids {
  return idsWith(installationKey(keyFile));
}

export function idsWith(key: Buffer): Ids {
  const derive = deriver(key, 'casework request ids');
  const digest = (...parts: readonly string[]): string => derive(...parts).toString('hex');
  return {
    entry: (actor, key) => `e${digest('entry', actor, key).slice(0, 40)}`,
    derived: (entryId, what, digits) => digest('derived', entryId, what).slice(0, digits),
  };
}
