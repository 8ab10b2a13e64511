// The store, put together from its parts.
import { sql } from 'kysely';
import { addressStore } from './addresses';
import { changeAgency, markReconsidered, readAgencyChanges, readReconsiderations } from './agency-changes';
import { AgencyReader } from './agency-reader';
import { findAnswerLink, keepAnswerLink } from './answer-links';
import { findSignOffLink, keepSignOffLink } from './sign-off-links';
import { CaseCache } from './case-cache';
import { caseloadStore } from './caseload';
import { openDatabase, type Database, type StoreOptions } from './database';
import { countHandover, readDeliveries, readIntent, writeAttempt } from './deliveries';
import { lettersToPost } from './letters';
import { digestSent, gatherDigest } from './digests';
import { readPeople, writePerson } from './directory';
import { keepRequest, markAnswered, readRequest, readUnanswered } from './intake';
import { integrityStore } from './integrity';
import { knownOf } from './known';
import { migrate } from './migrations';
import { readCase, readCases, readEntries, readObligations } from './reads';
import { takeReceipt } from './receipts';
import { takeTurn } from './turn';
import type { Store } from './types';

export type { StoreOptions } from './database';

export async function openStore(options: StoreOptions = {}): Promise<Store> {
  return storeOver(await openDatabase(options));
}

/** Over a database that is open already; closed with the store. */
export async function storeOver({ db, close }: Database): Promise<Store> {
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  const cache = new CaseCache();
  const agency = new AgencyReader();

  const known = async (caseId: string) => {
    const row = await db.selectFrom('cases').select('revision').where('case_id', '=', caseId).executeTakeFirst();
    if (!row) return null;
    const found = await knownOf(db, cache, caseId, row.revision);
    cache.keep(caseId, found);
    return found;
  };

  return {
    turn: (caseId, entryIds, decide, taken) => takeTurn({ db, cache, agency }, caseId, entryIds, decide, taken),
    journal: async (caseId) => (await known(caseId))?.journal ?? [],
    ledger: async (caseId) => (await known(caseId))?.ledger.map((said) => said.intent) ?? [],
    obligations: (where) => readObligations(db, where),
    deliveries: (where) => readDeliveries(db, where),
    entry: async (caseId, entryId) => (await readEntries(db, caseId, entryId))[0] ?? null,
    entries: (caseId) => readEntries(db, caseId),
    case: (caseId) => readCase(db, caseId),
    cases: (where) => readCases(db, where),
    agency: () => agency.read(db),
    saveAgency: (data) => agency.save(db, data, Date.now()),
    changeAgency: (changing) => changeAgency(db, agency, changing),
    agencyChanges: (what) => readAgencyChanges(db, what),
    reconsiderations: (most) => readReconsiderations(db, most),
    reconsidered: (caseId, askedAt) => markReconsidered(db, caseId, askedAt),
    people: (where) => readPeople(db, where),
    savePerson: (person) => writePerson(db, person),
    receive: (row) => keepRequest(db, row),
    request: (entryId) => readRequest(db, entryId),
    unanswered: (olderThan) => readUnanswered(db, olderThan),
    answered: (entryId, at) => markAnswered(db, entryId, at),
    intent: (key) => readIntent(db, key),
    attempted: (key, attempt, state) => writeAttempt(db, key, attempt, state),
    gatherDigest: (key, now, owedOf) => gatherDigest(db, key, now, owedOf),
    digestSent: (id, messageId) => digestSent(db, id, messageId),
    handingOver: (handover) => countHandover(db, handover),
    takeReceipt: (reference, receipt) => takeReceipt(db, reference, receipt),
    lettersToPost: (where) => lettersToPost(db, where),
    keepAnswerLink: (link, at) => keepAnswerLink(db, link, at),
    answerLink: (proof, now) => findAnswerLink(db, proof, now),
    ...addressStore(db),
    keepSignOffLink: (link, at) => keepSignOffLink(db, link, at),
    signOffLink: (hash, now) => findSignOffLink(db, hash, now),
    ...caseloadStore(db),
    ...integrityStore(db),
    health: async () => void (await sql`select 1`.execute(db)),
    close,
  };
}
