// Postal addresses. Whoever has a substitute address is shown with it everywhere; the own one is only ever compared with.
import type { Kysely } from 'kysely';
import { namesAddress } from '../domain/addresses';
import type { Tables } from './tables';

export interface Address {
  readonly caseId: string;
  readonly person: string;
  /** Line by line, without the name: for a confidential address the substitute. */
  readonly postal: readonly string[] | null;
  readonly confidential: boolean;
}

export interface AddressStore {
  addresses(caseId: string): Promise<readonly Address[]>;
  /** `actual`: where somebody with a confidential address really lives; what was shown until now is kept so as well. */
  saveAddress(address: Address, actual?: readonly string[]): Promise<void>;
  /** Those of the texts that name a confidential address of the case. */
  confidentialAmong(caseId: string, texts: readonly string[]): Promise<ReadonlySet<string>>;
}

export function addressStore(db: Kysely<Tables>): AddressStore {
  return {
    async addresses(caseId) {
      const rows = await db.selectFrom('addresses').selectAll().where('case_id', '=', caseId).execute();
      return rows.map(({ person, postal, confidential }) => ({ caseId, person, postal, confidential }));
    },

    async saveAddress({ caseId, person, postal, confidential }, actual) {
      await db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('addresses')
          .selectAll()
          .where('case_id', '=', caseId)
          .where('person', '=', person)
          .forUpdate()
          .executeTakeFirst();
        const facts = { postal: postal === null ? null : JSON.stringify(postal), confidential };
        await trx
          .insertInto('addresses')
          .values({ case_id: caseId, person, ...facts })
          .onConflict((conflict) => conflict.columns(['case_id', 'person']).doUpdateSet(facts))
          .execute();
        const hidden = confidential
          ? [...(before && !before.confidential && before.postal ? [before.postal] : []), ...(actual ? [actual] : [])]
          : [];
        for (const address of hidden)
          await trx
            .insertInto('confidential_addresses')
            .values({ case_id: caseId, person, address: JSON.stringify(address) })
            .execute();
        if (!confidential)
          await trx
            .deleteFrom('confidential_addresses')
            .where('case_id', '=', caseId)
            .where('person', '=', person)
            .execute();
      });
    },

    async confidentialAmong(caseId, texts) {
      if (texts.length === 0) return new Set();
      const rows = await db
        .selectFrom('confidential_addresses')
        .select('address')
        .where('case_id', '=', caseId)
        .execute();
      return new Set(texts.filter((text) => rows.some(({ address }) => namesAddress(text, address))));
    },
  };
}
