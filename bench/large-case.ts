// A case of ten thousand events: opened, asked, corrected, closed, through the real `advance` over PGlite. `warm` is a case that
// this process knows from its last turn; `cold` is the first turn of a process that opens the same database.
// npm run bench:large-case [-- --events=10000 --rounds=5]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameClock } from '../src/activities/clock';
import { agencyOf } from '../src/domain/agency';
import { iso } from '../src/domain/calendar';
import { plan } from '../src/domain/plan';
import { programs } from '../src/programs';
import { openStore } from '../src/store/open';
import type { Store } from '../src/store/types';
import type { Entry, Step } from '../src/workflows/messages';
import { activitiesOver, keepAgency, newCaseId } from './case-shape';
import { costOf, machine, option, say, spread, type Cost } from './figures';

const EVENTS = option('events', 10_000);
const ROUNDS = option('rounds', 5);
const PER_ENTRY = 200;
const FIRST_DAY = 17_167; // 2017-01-01
const NOW = Date.parse('2026-12-29T20:00:00Z');
const noon = (day: number): number => day * 86_400_000 + 20 * 3_600_000;

interface Dated {
  readonly on: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Ten years: a meeting every 88 days, and for the rest visits and other contacts, in order of date. */
function story(): Dated[] {
  const events: Dated[] = [
    { type: 'CaseOpened', on: iso(FIRST_DAY), unit: 'unit-1' },
    { type: 'ChildAdded', on: iso(FIRST_DAY), child: 'c1', bornOn: '2010-01-01' },
    { type: 'ParticipantAdded', on: iso(FIRST_DAY), participant: 'p1', role: 'parent' },
    { type: 'ProgramEnrolled', on: iso(FIRST_DAY), program: 'wa-enhanced-ppm' },
    { type: 'StaffAssigned', on: iso(FIRST_DAY), staff: 'caseworker', role: 'caseworker' },
    {
      type: 'HearingHeld',
      on: iso(FIRST_DAY + 10),
      kind: 'dependency-fact-finding',
      outcome: 'dependency-found',
      children: ['c1'],
    },
    { type: 'StaffAssigned', on: iso(FIRST_DAY + 11), staff: 'facilitator', role: 'facilitator' },
  ];
  for (let cycle = 0; cycle < 41; cycle++) {
    const on = FIRST_DAY + 38 + cycle * 88;
    events.push(
      {
        type: 'MeetingScheduled',
        on: iso(on - 20),
        meeting: `m${cycle}`,
        kinds: ['ppm'],
        children: ['c1'],
        invitees: ['p1', 'c1'],
        startsAt: `${iso(on)}T09:00`,
        zone: 'America/Los_Angeles',
        reason: 'No earlier time suits the family.',
      },
      {
        type: 'MeetingHeld',
        on: iso(on),
        meeting: `m${cycle}`,
        attendance: [{ participant: 'p1', how: 'present' }],
        familyTime: true,
        familyPlan: 'Our own plan.',
      },
    );
  }
  for (let i = 0; events.length < EVENTS; i++)
    events.push({
      type: 'ContactMade',
      on: iso(FIRST_DAY + 12 + ((i * 7) % 3630)),
      kind: i % 3 === 0 ? 'visit' : 'engagement',
      participants: i % 3 === 0 ? ['c1'] : ['p1'],
    });
  return events.sort((a, b) => a.on.localeCompare(b.on));
}

class Session {
  private constructor(readonly store: Store) {}

  static async open(dataDir: string): Promise<Session> {
    const session = new Session(await openStore({ dataDir }));
    if ((await session.store.agency()) === null) await keepAgency(session.store);
    // A small case first, so that a cold turn pays for its own reading and not for waking the database.
    await session.advance(newCaseId(), NOW, { id: 'small', by: 'caseworker', events: story().slice(0, 7) });
    return session;
  }

  async advance(caseId: string, now: number, ...entries: Entry[]): Promise<Step> {
    const step = await activitiesOver(this.store, sameClock, () => undefined).advance({ caseId, entries, now });
    for (const { id, accepted, unmet } of step.outcomes)
      if (!accepted) throw new Error(`${id} was refused: ${JSON.stringify(unmet)}`);
    return step;
  }

  /** What the API does when staff open the case: read what is on record, and plan. */
  async ask(caseId: string): Promise<void> {
    const [journal, agency] = await Promise.all([
      this.store.journal(caseId),
      this.store.agency(),
      this.store.people({ caseId }),
      this.store.people({ caseId: null }),
    ]);
    if (!agency) throw new Error('no agency');
    plan(journal, { agency: agencyOf(agency), programs }, NOW);
  }
}

async function main(): Promise<void> {
  machine('PGlite in a folder');
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-large-case-'));
  const costs = new Map<string, Cost[]>();
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    costs.set(what, [...(costs.get(what) ?? []), await costOf(work)]);
  };
  let session = await Session.open(dataDir);
  const reopen = async (): Promise<void> => {
    await session.store.close();
    session = await Session.open(dataDir);
  };
  try {
    const caseId = newCaseId();
    const events = story();
    const filling: Cost[] = [];
    for (let from = 0; from < events.length; from += PER_ENTRY) {
      const part = events.slice(from, from + PER_ENTRY);
      const last = Math.floor(Date.parse(`${part.at(-1)!.on}T00:00:00Z`) / 86_400_000);
      const entry = { id: `entry-${from / PER_ENTRY}`, by: 'caseworker', events: part };
      filling.push(await costOf(() => session.advance(caseId, noon(last), entry)));
    }
    const hearing = 'entry-0.6';
    for (let round = 0; round < ROUNDS; round++) {
      const id = (what: string): string => `${what}-${round}`;
      const correct = (what: string) => ({
        id: id(what),
        by: 'caseworker',
        events: [
          {
            type: 'EventCorrected',
            event: hearing,
            reason: 'Read wrongly from the order.',
            to: { ...events[5], on: iso(FIRST_DAY + (what === 'correct-cold' ? 9 : 10)) },
          },
        ],
      });
      await measure('a wake, warm', () => session.advance(caseId, NOW));
      await measure('asked, warm', () => session.ask(caseId));
      await measure('corrected, warm', () => session.advance(caseId, NOW, correct('correct-warm')));
      await reopen();
      await measure('a wake, cold', () => session.advance(caseId, NOW));
      await reopen();
      await measure('asked, cold', () => session.ask(caseId));
      await reopen();
      await measure('corrected, cold', () => session.advance(caseId, NOW, correct('correct-cold')));
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const how of ['warm', 'cold']) {
        if (how === 'cold') await reopen();
        const close = { id: `close-${how}-${round}`, by: 'caseworker', events: [CLOSED] };
        await measure(`closed, ${how}`, () => session.advance(caseId, NOW, close));
        const undo = { type: 'EventRetracted', event: close.id, reason: 'Closed too early.' };
        await session.advance(caseId, NOW, { id: `undo-${how}-${round}`, by: 'caseworker', events: [undo] });
      }
    }
    const journal = await session.store.journal(caseId);
    const agency = await session.store.agency();
    if (!agency) throw new Error('no agency');
    for (let round = 0; round < ROUNDS + 3; round++)
      await measure('plan alone', () => {
        plan(journal, { agency: agencyOf(agency), programs }, NOW);
        return Promise.resolve();
      });
    costs.set('plan alone', costs.get('plan alone')!.slice(3));

    const obligations = await session.store.obligations({ caseId });
    say(`${journal.length} events, ${obligations.length} obligations; milliseconds, median [min..max] of ${ROUNDS}`);
    print(`an entry of ${PER_ENTRY} while it grows`, filling);
    print('the last five of these', filling.slice(-5));
    for (const [what, measured] of costs) print(what, measured);
  } finally {
    await session.store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const CLOSED = { type: 'CaseClosed', on: '2026-12-29', reason: 'reunification' };

function print(what: string, measured: readonly Cost[]): void {
  const of = (key: keyof Cost): string =>
    spread(
      measured.map((cost) => cost[key]),
      0,
    );
  say(`  ${what}: wall ${of('wall')}, CPU ${of('cpu')}`);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
