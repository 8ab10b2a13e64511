// The store in one process without a server: what is written stays, and nobody else may open it meanwhile.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openStore } from '../../src/store/open';
import { enteredCare, freshCase, noon, opening, sampleAgency, takeTurn } from './support/a-turn';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('what was written is there when the store is opened again, and goes on from there', async () => {
  const caseId = freshCase();
  const first = await openStore({ dataDir });
  await first.saveAgency(sampleAgency);
  await takeTurn(first, caseId, [opening()], { now: noon('2026-03-02') });
  const lines = await first.journal(caseId);
  await first.close();

  const second = await openStore({ dataDir });
  try {
    expect(await second.journal(caseId)).toEqual(lines);
    await takeTurn(second, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    expect((await second.journal(caseId)).at(-1)).toMatchObject({ seq: 8, id: 'care' });
  } finally {
    await second.close();
  }
});

test('the database itself refuses to change, delete or empty the journal', async () => {
  const caseId = freshCase();
  const store = await openStore({ dataDir });
  await store.saveAgency(sampleAgency);
  await takeTurn(store, caseId, [opening()], { now: noon('2026-03-02') });
  await store.close();
  const raw = await PGlite.create({ dataDir: join(dataDir, 'pglite') });
  try {
    for (const statement of [`update journal set type = 'Other'`, 'delete from journal', 'truncate journal'])
      await expect(raw.query(statement)).rejects.toThrow('journal is append-only');
    expect((await raw.query<{ n: number }>('select count(*)::int as n from journal')).rows).toEqual([{ n: 7 }]);
  } finally {
    await raw.close();
  }
});

test('data that is open cannot be opened a second time, by this process or by another', async () => {
  const store = await openStore({ dataDir });
  await expect(openStore({ dataDir })).rejects.toThrow('has the data open already');
  await store.close();
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(other, 'spawn');
  writeFileSync(join(dataDir, 'pglite.lock'), String(other.pid));
  await expect(openStore({ dataDir })).rejects.toThrow(`process ${other.pid} has the data open`);
  other.kill();
  await once(other, 'exit');
  // Now it is the lock of a process that was killed.
  const again = await openStore({ dataDir });
  await again.health();
  await again.close();
  expect(existsSync(join(dataDir, 'pglite.lock'))).toBe(false);
});
