// Links by which requests are decided. Who may decide what stands in the journal; a turn that changes it revokes the links that are
// no good any more, in the same transaction. None is opened again: whoever is asked anew gets another letter.
import type { Kysely } from 'kysely';
import type { Obligation } from '../domain/obligation';
import type { Tables } from './tables';
import type { SignOffLink } from './types';

export async function keepSignOffLink(db: Kysely<Tables>, link: SignOffLink, at: number): Promise<void> {
  await db
    .insertInto('sign_off_links')
    .values({
      hash: link.hash,
      case_id: link.caseId,
      request: link.request,
      staff: link.staff,
      expires_at: link.expiresAt,
      state: 'open',
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findSignOffLink(db: Kysely<Tables>, hash: string, now: number): Promise<SignOffLink | null> {
  const row = await db
    .selectFrom('sign_off_links')
    .selectAll()
    .where('hash', '=', hash)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row
    ? { hash: row.hash, caseId: row.case_id, request: row.request, staff: row.staff, expiresAt: row.expires_at }
    : null;
}

export async function followSignOffLinks(
  db: Kysely<Tables>,
  caseId: string,
  obligations: readonly Obligation[],
): Promise<void> {
  const links = await db
    .selectFrom('sign_off_links')
    .select(['hash', 'request', 'staff'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute();
  const dead = links.filter(
    ({ request, staff }) =>
      !obligations.some((o) => o.subject.trigger?.id === request && o.deciders?.includes(staff) === true),
  );
  if (dead.length > 0)
    await db
      .updateTable('sign_off_links')
      .set({ state: 'revoked' })
      .where(
        'hash',
        'in',
        dead.map(({ hash }) => hash),
      )
      .execute();
}
