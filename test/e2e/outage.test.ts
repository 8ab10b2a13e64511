// No worker, and the engine killed without warning: what was answered `safe` is on record once when they are back.
// OUTAGE_MINUTES=10 npx jest test/e2e/outage: the long form, in which both stay away for that long.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { requestState, safe } from '../../src/api/answers';
import { caseView, history } from '../../src/api/answers-case';
import { startEngine, type Engine, type EngineOptions } from '../../src/platform/engine';
import { freePort } from '../setup/free-port';
import { engineBinary } from '../setup/temporal';
import { quietRuntime, until } from '../workflows/support/server';
import type { Recorded } from './support/browser';
import { family } from './support/family';
import { Office } from './support/office';

const AWAY_MS = Number(process.env['OUTAGE_MINUTES'] ?? 0) * 60_000;

let folder: string;
let options: EngineOptions;
let engine: Engine | undefined;
let office: Office | undefined;

beforeAll(async () => {
  quietRuntime();
  folder = mkdtempSync(join(tmpdir(), 'outage-'));
  const binary = await engineBinary();
  options = { binary, dataDir: folder, port: await freePort(), uiPort: await freePort() };
  engine = await startEngine(options);
}, 90_000);
afterAll(async () => {
  await office?.close();
  await engine?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const visit = (opened: Recorded, note: string) => ({
  events: [{ type: 'ContactMade', kind: 'visit', participants: [opened.ids['participant:1']], note }],
});

test(
  'no worker and the engine killed: each request answered 202 is recorded once when both are back, and says so',
  async () => {
    const there = await Office.open(engine!.address);
    office = there;
    await there.startWorkers();
    const ana = there.as('ana');
    const known = [
      await ana.post(201, '/v1/cases', family('Stone')),
      await ana.post(201, '/v1/cases', family('Torres')),
    ];
    await there.stopWorkers();
    // One reaches the engine, and nobody is there to take it.
    const requests = [
      { path: `/v1/cases/${known[0]!.case}/events`, body: visit(known[0]!, 'before the kill'), key: randomUUID() },
    ];
    const ask = ({ path, body, key }: (typeof requests)[number]) => ana.send('POST', path, body, key);
    const early = await ask(requests[0]!);
    process.kill(engine!.pid, 'SIGKILL');
    await engine!.ended;
    for (const opened of known)
      for (let i = 0; i < 4; i += 1)
        requests.push({
          path: `/v1/cases/${opened.case}/events`,
          body: visit(opened, `visit ${i}`),
          key: randomUUID(),
        });
    requests.push({ path: '/v1/cases', body: family('Upton') as ReturnType<typeof visit>, key: randomUUID() });
    const replies = [early, ...(await Promise.all(requests.slice(1).map(ask)))];

    expect(replies.map(({ status }) => status)).toEqual(requests.map(() => 202));
    const promised = replies.map(({ json }) => safe.parse(json));
    const waiting = (await there.store.unanswered(Date.now() + 1)).map((row) => `${row.caseId}.${row.entryId}`);
    expect(waiting.toSorted()).toEqual(promised.map(({ request }) => request).toSorted());
    const asked = await ana.read(requestState, `/v1/requests/${promised[1]!.request}`);
    expect(asked.state).toBe('safe');
    // Sent again by somebody who has not read the answer: it is the same request.
    expect((await ask(requests[1]!)).json).toEqual(promised[1]);

    if (AWAY_MS > 0) await pass(AWAY_MS);
    engine = await startEngine(options);
    await there.startWorkers();
    const stateOf = async ({ request }: (typeof promised)[number]) =>
      (await ana.read(requestState, `/v1/requests/${request}`)).state;
    await until(
      'every request is recorded',
      async () => (await Promise.all(promised.map(stateOf))).every((state) => state === 'recorded'),
      90_000,
    );
    expect(await there.store.unanswered(Date.now() + 1)).toEqual([]);
    const counts = new Map<string, number>();
    for (const caseId of new Set(promised.map((one) => one.case)))
      for (const { request, seq } of (await ana.read(history, `/v1/cases/${caseId}/history`)).journal)
        counts.set(`${request}/${seq}`, (counts.get(`${request}/${seq}`) ?? 0) + 1);
    expect([...counts.values()].filter((n) => n !== 1)).toEqual([]);
    for (const [i, { request }] of promised.entries()) {
      const lines = [...counts.keys()].filter((key) => key.startsWith(`${request}/`));
      expect(lines).toHaveLength(i === promised.length - 1 ? 7 : 1); // the opening is seven events
    }
    for (const opened of known) {
      const lines = (await there.store.journal(opened.case)).filter(({ event }) => event.type === 'ContactMade');
      const notes = lines.map(({ event }) => ('note' in event ? event.note : undefined));
      const own = ['visit 0', 'visit 1', 'visit 2', 'visit 3'];
      expect(notes.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(
        opened === known[0] ? ['before the kill', ...own] : own,
      );
    }
    expect((await ana.read(caseView, `/v1/cases/${promised.at(-1)!.case}`)).stuck).toBeNull();
    const again = await ask(requests[1]!);
    expect(again).toMatchObject({ status: 200, json: { state: 'recorded', request: promised[1]!.request } });
  },
  180_000 + AWAY_MS,
);
