// Who is asking, and the opaque ids that follow from it.
import type { AgencyData, Staff } from '../domain/agency';
import { dayOf } from '../domain/calendar';
import type { StaffRole } from '../domain/events';
import { isActive } from '../domain/presence';
import { deriver, installationKey } from './derived';

export interface Actor {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly unit: string;
}

export interface Identity {
  /** null: nobody we know. Throws `IssuerAway` when it cannot be told now. */
  whoIs(authorization: string | undefined): Promise<Actor | null>;
}

/** The keys of the issuer of tokens cannot be had at the moment: nothing is said about the token. */
export class IssuerAway extends Error {
  override readonly name = 'IssuerAway';
}

/** Somebody who works for the agency now. */
export function actorFor(agency: AgencyData | null, is: (person: Staff) => boolean, now: number): Actor | null {
  if (agency === null) return null;
  const found = agency.staff.filter(is);
  const person = found.length === 1 ? found[0] : undefined;
  return person && isActive(person, dayOf(now, agency.zone))
    ? { staffId: person.id, role: person.role, unit: person.unit }
    : null;
}

export function bearerIn(authorization: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/-]{1,8192}=*)$/i.exec(authorization ?? '')?.[1];
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
