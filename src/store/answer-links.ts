// Links by which invitations are answered. The journal decides which of them are good; a turn that changes the invitations of a
// case opens and revokes its links in the same transaction.
import type { Kysely, Selectable } from 'kysely';
import type { Plan } from '../domain/plan';
import type { AnswerLinksTable, Tables } from './tables';
import type { AnswerLink } from './types';

export async function keepAnswerLink(db: Kysely<Tables>, link: AnswerLink, at: number): Promise<void> {
  await db
    .insertInto('answer_links')
    .values({
      hash: link.hash,
      code_hash: link.codeHash,
      case_id: link.caseId,
      meeting: link.meeting,
      participant: link.participant,
      purpose: link.purpose,
      starts_at: link.startsAt,
      zone: link.zone,
      expires_at: link.expiresAt,
      state: 'open',
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One question, whatever is wrong with the link: the time that the answer takes tells nothing. */
export async function findAnswerLink(
  db: Kysely<Tables>,
  proof: { hash: string } | { codeHash: string },
  now: number,
): Promise<AnswerLink | null> {
  const rows = await db
    .selectFrom('answer_links')
    .selectAll()
    .where((eb) => ('hash' in proof ? eb('hash', '=', proof.hash) : eb('code_hash', '=', proof.codeHash)))
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .execute();
  // Two with one code: nobody can say which was meant.
  return rows.length === 1 ? linkOf(rows[0]!) : null;
}

export async function followAnswerLinks(
  db: Kysely<Tables>,
  caseId: string,
  { invitations, asked }: Pick<Plan, 'invitations' | 'asked'>,
  now: number,
): Promise<void> {
  const links = await db
    .selectFrom('answer_links')
    .select(['hash', 'purpose', 'meeting', 'participant', 'starts_at', 'zone', 'state'])
    .where('case_id', '=', caseId)
    .where('expires_at', '>', now)
    .execute();
  if (links.length === 0) return;
  const slot = (...parts: readonly string[]): string => JSON.stringify(parts);
  const good = new Set([
    ...invitations.map(({ meeting, to, content }) => slot('answer', meeting, to.id, content.startsAt, content.zone)),
    ...asked.map(({ meeting, to, search, zone }) => slot('choose-time', meeting, to.id, search, zone)),
  ]);
  for (const state of ['open', 'revoked'] as const) {
    const changed = links.filter((link) => {
      const wanted = good.has(slot(link.purpose, link.meeting, link.participant, link.starts_at, link.zone))
        ? 'open'
        : 'revoked';
      return wanted === state && link.state !== state;
    });
    if (changed.length > 0)
      await db
        .updateTable('answer_links')
        .set({ state })
        .where(
          'hash',
          'in',
          changed.map((link) => link.hash),
        )
        .execute();
  }
}

function linkOf(row: Selectable<AnswerLinksTable>): AnswerLink {
  return {
    hash: row.hash,
    codeHash: row.code_hash,
    caseId: row.case_id,
    meeting: row.meeting,
    participant: row.participant,
    purpose: row.purpose,
    startsAt: row.starts_at,
    zone: row.zone,
    expiresAt: row.expires_at,
  };
}
