// What holds between several processes on one PostgreSQL, and what the database itself refuses.
import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { decided, enteredCare, freshCase, noon, opening, sampleAgency, takeTurn } from './support/a-turn';
import { query, startPostgres, type PostgresServer } from './support/postgres';

let server: PostgresServer;
let url: string;
let stores: Store[];
beforeAll(async () => {
  server = await startPostgres();
  url = await server.database('shared');
  // At the same moment on an empty database: as processes of one release start together.
  stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl: url })));
  await stores[0]!.saveAgency(sampleAgency);
  const caseId = freshCase();
  await takeTurn(stores[0]!, caseId, [opening(), enteredCare('2026-03-02')], { now: noon('2026-03-02') });
  const { pending } = await takeTurn(stores[0]!, caseId, [], { now: noon('2026-03-27') });
  await stores[0]!.attempted(
    pending[0]!.key,
    { at: 1, result: 'failed', detail: '', messageId: null, channel: null },
    'wanted',
  );
});
afterAll(async () => {
  await Promise.all((stores ?? []).map((store) => store.close()));
  await server?.stop();
});

test('processes that start together on an empty database bring its schema up once', async () => {
  const rows = await query(url, 'select name from migrations order by name');
  expect(rows.map((row) => row['name'])).toEqual([
    '0001-start',
    '0002-answers',
    '0003-carriers',
    '0004-addresses',
    '0005-sign-offs',
    '0006-agency-changes',
    '0007-caseloads',
    '0008-digests',
  ]);
});

test('twenty turns of one case from three processes follow each other, each knowing those before it', async () => {
  const caseId = freshCase();
  await takeTurn(stores[0]!, caseId, [opening()], { now: noon('2026-03-02') });
  const seen: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => {
      const entry = {
        id: `note-${i}`,
        by: 'cw1',
        events: [{ type: 'AvailabilityRecorded', participants: ['p1'], preferred: `evening ${i}` }],
      };
      return stores[i % 3]!.turn(
        caseId,
        [entry.id],
        (loaded) => {
          seen.push(loaded.journal.length);
          return decided(caseId, loaded, [entry], noon('2026-03-05'));
        },
        { now: noon('2026-03-05') },
      );
    }),
  );
  expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 7 + i));
  for (const store of stores) expect(await store.journal(caseId)).toHaveLength(27);
  expect(await stores[0]!.journal(caseId)).toEqual(await stores[2]!.journal(caseId));
});

test('a process learns of what another has said since', async () => {
  const [one, two] = [stores[0]!, stores[1]!];
  const caseId = freshCase();
  await takeTurn(one, caseId, [opening()], { now: noon('2026-03-02') });
  await takeTurn(one, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
  const { pending } = await takeTurn(two, caseId, [], { now: noon('2026-03-27') });
  expect((await one.ledger(caseId)).map((i) => i.state)).toEqual(['wanted']);
  await two.attempted(
    pending[0]!.key,
    { at: 1, result: 'accepted', detail: '', messageId: null, channel: null },
    'sent',
  );
  expect((await takeTurn(one, caseId, [], { now: noon('2026-03-28') })).pending).toEqual([]);
  expect((await one.ledger(caseId)).map((i) => i.state)).toEqual(['sent']);
});

test('a copy of an older database put in place is read anew, not mixed with what was known', async () => {
  const older = await server.database('older');
  const store = await openStore({ databaseUrl: older });
  try {
    await store.saveAgency(sampleAgency);
    const caseId = freshCase();
    await takeTurn(store, caseId, [opening()], { now: noon('2026-03-02') });
    const first = await store.case(caseId);
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    await query(older, 'alter table journal disable trigger all');
    await query(older, `delete from journal where case_id = '${caseId}' and seq > 7`);
    await query(older, `update cases set revision = ${first!.revision}, projected = ${first!.revision}`);
    expect(await store.journal(caseId)).toHaveLength(7);
  } finally {
    await store.close();
  }
});

test.each([
  ['the journal', 'journal', `update journal set type = 'Other'`],
  ['outcomes', 'entries', 'update entries set accepted = not accepted'],
  ['receipts', 'attempts', `update attempts set result = 'accepted'`],
])('the database refuses to change, delete or empty %s', async (_what, table, update) => {
  const count = async () => (await query(url, `select count(*)::int as n from ${table}`))[0]?.['n'];
  const before = await count();
  expect(before).toBeGreaterThan(0);
  for (const statement of [update, `delete from ${table}`, `truncate ${table}`])
    await expect(query(url, statement)).rejects.toThrow(`${table} is append-only`);
  expect(await count()).toBe(before);
});

test('the database keeps an intent only once', async () => {
  const insert = 'insert into intents select * from intents limit 1';
  await expect(query(url, insert)).rejects.toMatchObject({ code: '23505', constraint: 'intents_pkey' });
});

test('worklists of a large agency are read through their indexes', async () => {
  const columns = `case_id, key, program, duty, cites, says, strength, subject, status, due, owner_role, owner, unit, sign_off, digest`;
  await query(
    url,
    `insert into obligations (${columns})
      select c.case_id, 'many/' || i, 'p', 'd', '[]', 's', 'must', 'case', 'due', '2026-01-01', 'caseworker',
        'worker-' || i % 400, 'unit-' || i % 40, false, ''
      from generate_series(1, 20000) as i, (select case_id from cases limit 1) as c`,
  );
  await query(url, 'analyze obligations');
  const explain = async (where: string): Promise<string> =>
    JSON.stringify(
      await query(
        url,
        `explain select * from obligations where ${where} and status in ('due', 'overdue') and due <= '2026-12-31'`,
      ),
    );
  expect(await explain(`owner = 'worker-7'`)).toContain('obligations_by_owner');
  expect(await explain(`unit = 'unit-7'`)).toContain('obligations_by_unit');
});

test('a server that goes away fails what is asked of it, and ends nothing else', async () => {
  const own = await startPostgres();
  const store = await openStore({ databaseUrl: own.url });
  try {
    await store.health();
    await own.stop();
    await expect(store.health()).rejects.toThrow(/ECONNREFUSED|terminat/);
  } finally {
    await store.close();
  }
});
