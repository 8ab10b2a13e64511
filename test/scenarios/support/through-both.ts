// The scenarios of one program, each through the pure domain and through the real workflow: one file of tests for each program,
// so that they run beside each other.
import { sql } from 'kysely';
import { programs } from '../../../src/programs';
import { onServer } from '../../../src/scenario/engine';
import { simulate } from '../../../src/scenario/pure';
import type { Simulated } from '../../../src/scenario/format';
import { openDatabase, type Database } from '../../../src/store/database';
import { storeOver } from '../../../src/store/open';
import type { Store } from '../../../src/store/types';
import { timeSkippingEnvironment } from '../../setup/temporal';
import { workflowBundle } from '../../setup/workflow-bundle';
import { readScenario, scenarioNames } from '../../support/golden';
import { quietRuntime } from '../../workflows/support/server';

/** What the names of scenarios begin with: one for each program, and a file of tests for each. */
export const prefixes = ['wa', 'la', 'mo', 'multi', 'wi', 'ca'] as const;

/** They have files of their own, because they take as long as all the others. */
const LONG: readonly string[] = ['wa-nine-years'];

export function throughBoth(prefix: (typeof prefixes)[number]): void {
  const names = scenarioNames().filter((name) => name.startsWith(`${prefix}-`) && !LONG.includes(name));
  let database: Database;
  beforeAll(async () => {
    quietRuntime();
    database = await openDatabase({});
  });
  afterAll(() => database?.close());

  test.each(names)(
    '%s gives the same through both',
    async (name) => {
      expect(await onEngine(name, await emptyStore(database))).toEqual(simulate(readScenario(name), programs));
    },
    150_000,
  );
}

/** A server for each, which takes a second: on one that has ended a case time may stop skipping. */
async function onEngine(name: string, store: Store): Promise<Simulated> {
  const env = await timeSkippingEnvironment();
  try {
    return await onServer(env, readScenario(name), programs, { bundle: await workflowBundle(), store });
  } finally {
    await env.teardown();
  }
}

/** The schema made anew: a database of its own would take each of them longer than its story. */
async function emptyStore({ db }: Database): Promise<Store> {
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  return storeOver({ db, close: () => Promise.resolve() });
}
