// The agency's own data, kept in versions. Parsed once for each version: turns ask for it thousands of times an hour.
import type { Kysely } from 'kysely';
import type { AgencyData } from '../domain/agency';
import type { Tables } from './tables';

export class AgencyReader {
  private kept: { readonly version: number; readonly data: AgencyData } | null = null;

  /** The same object as before while nobody has saved another. */
  async read(db: Kysely<Tables>): Promise<AgencyData | null> {
    const latest = await db
      .selectFrom('agency')
      .select((eb) => eb.fn.max<number | null>('version').as('version'))
      .executeTakeFirst();
    const version = latest?.version ?? null;
    if (version === null) return null;
    if (this.kept?.version === version) return this.kept.data;
    const row = await db.selectFrom('agency').select('data').where('version', '=', version).executeTakeFirstOrThrow();
    this.kept = { version, data: row.data };
    return row.data;
  }

  async save(db: Kysely<Tables>, data: AgencyData, now: number): Promise<void> {
    await db
      .insertInto('agency')
      .values({ data: JSON.stringify(data), saved_at: now })
      .execute();
  }
}
