// The directory: the only place where names and addresses stand.
import type { Kysely } from 'kysely';
import { chunks, personOf } from './rows';
import type { Tables } from './tables';
import type { Person } from './types';

export async function readPeople(
  db: Kysely<Tables>,
  where: { caseId?: string | null; ids?: readonly string[] },
): Promise<readonly Person[]> {
  let query = db.selectFrom('people').selectAll();
  if (where.caseId !== undefined) query = query.where('case_id', '=', where.caseId ?? '');
  const parts = where.ids === undefined ? [undefined] : chunks(where.ids);
  const found: Person[] = [];
  for (const ids of parts) {
    const rows = await (ids === undefined ? query : query.where('id', 'in', ids))
      .orderBy('case_id')
      .orderBy('id')
      .execute();
    found.push(...rows.map(personOf));
  }
  return found;
}

export async function writePerson(db: Kysely<Tables>, person: Person): Promise<void> {
  const facts = {
    name: person.name,
    email: person.email,
    phone: person.phone,
    language: person.language,
    do_not_contact: person.doNotContact,
    high_risk: person.highRisk === true,
    channels: person.channels === undefined ? null : JSON.stringify(person.channels),
    safe_hours: person.safeHours === undefined ? null : JSON.stringify(person.safeHours),
    no_voicemail: person.noVoicemail === true,
    opt_out: JSON.stringify(person.optOut ?? []),
  };
  await db
    .insertInto('people')
    .values({ case_id: person.caseId ?? '', id: person.id, ...facts })
    .onConflict((conflict) => conflict.columns(['case_id', 'id']).doUpdateSet(facts))
    .execute();
}
