// A case of ten thousand events wakes like a new one: what is known is not read again. The time is printed, not judged.
import type { Entry } from '../../src/workflows/messages';
import { enteredCare, noon } from '../store/support/a-turn';
import { aWorld, closeWorlds } from './support/a-world';

afterAll(closeWorlds);

test('a case of 10,000 events is woken, takes an entry, is corrected and closed, and holds them all in order', async () => {
  const world = await aWorld();
  await world.open(enteredCare('2026-03-02') as Entry);
  for (let batch = 0; batch < 20; batch++) {
    const events = Array.from({ length: 500 }, (_, i) => ({
      type: 'AvailabilityRecorded',
      participants: ['p1'],
      preferred: `evening ${batch * 500 + i}`,
    }));
    const step = await world.advance({ id: `batch-${batch}`, by: 'cw1', events });
    expect(step.outcomes[0]!.accepted).toBe(true);
  }
  const timed = async (what: string, ...entries: Entry[]): Promise<void> => {
    const started = performance.now();
    const step = await world.advance(...entries);
    process.stderr.write(`10,000 events, ${what}: ${(performance.now() - started).toFixed(0)} ms\n`);
    expect(step.outcomes.every((o) => o.accepted)).toBe(true);
  };
  world.now = noon('2026-03-03');
  await timed('a wake');
  await timed('an entry', {
    id: 'plan',
    by: 'cw1',
    events: [{ type: 'DocumentCompleted', document: 'd1', kind: 'case-plan' }],
  });
  await timed('another wake');
  await timed('a correction', {
    id: 'corrected',
    by: 'cw1',
    events: [
      {
        type: 'EventCorrected',
        event: 'care',
        to: { type: 'EnteredCare', on: '2026-03-01', children: ['c1'] },
        reason: 'x',
      },
    ],
  });
  await timed('its closing', { id: 'closed', by: 'cw1', events: [{ type: 'CaseClosed', reason: 'reunified' }] });
  expect(await world.store.case(world.caseId)).toMatchObject({ closedOn: '2026-03-03', stuck: null });
  const lines = await world.store.journal(world.caseId);
  expect(lines.map((line) => line.seq)).toEqual(Array.from({ length: 10_011 }, (_, i) => i + 1));
  expect(lines.slice(-3).map(({ id }) => id)).toEqual(['plan', 'corrected', 'closed']);
  expect(await world.store.obligations({ caseId: world.caseId, owner: 'cw1' })).toEqual([
    // Thirty days after the day that was corrected: March 31, not April 1.
    expect.objectContaining({ duty: 'case-plan', status: 'met', due: '2026-03-31' }),
  ]);
}, 120_000);
