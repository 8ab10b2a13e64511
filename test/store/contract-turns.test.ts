// What the store promises of the turns of a case, over each of the two databases.
import type { Store } from '../../src/store/types';
import { enteredCare, freshCase, noon, opening, sampleAgency, takeTurn } from './support/a-turn';
import { databases, type Opened } from './support/stores';

describe.each(databases)('the store over $name', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.saveAgency(sampleAgency);
  });
  afterAll(() => opened?.close());

  const opens = async (date = '2026-03-02'): Promise<string> => {
    const caseId = freshCase();
    await takeTurn(store, caseId, [opening(date)], { now: noon(date) });
    return caseId;
  };

  test('saves nothing of a turn when deciding fails', async () => {
    const caseId = await opens();
    const before = await store.case(caseId);
    const spoiled = takeTurn(store, caseId, [enteredCare('2026-03-03')], {
      now: noon('2026-03-03'),
      also: () => {
        throw new Error('decided wrongly');
      },
    });
    await expect(spoiled).rejects.toThrow('decided wrongly');
    expect(await store.case(caseId)).toEqual(before);
    expect(await store.journal(caseId)).toHaveLength(7);
    expect(await store.entry(caseId, 'care')).toBeNull();
  });

  test('saves nothing of a turn when one of its rows cannot be written', async () => {
    const caseId = await opens();
    const twice = takeTurn(store, caseId, [enteredCare('2026-03-03')], {
      now: noon('2026-03-03'),
      also: (turn) => ({ ...turn, lines: [...turn.lines, ...turn.lines] }),
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await store.journal(caseId)).toHaveLength(7);
    expect(await store.obligations({ caseId, owner: 'cw1' })).toEqual([
      expect.objectContaining({ duty: 'case-plan', status: 'unknown' }),
    ]);
  });

  test('answers an entry that it knows with the outcome on record, and records nothing twice', async () => {
    const caseId = await opens();
    const care = enteredCare('2026-03-03');
    const impossible = { id: 'impossible', by: 'cw1', events: [{ type: 'EnteredCare', children: ['nobody'] }] };
    const first = await takeTurn(store, caseId, [care, impossible], { now: noon('2026-03-03') });
    const revision = (await store.case(caseId))?.revision;
    const again = await takeTurn(store, caseId, [impossible, care], { now: noon('2026-03-03') });
    expect(again.turn.outcomes).toEqual([...first.turn.outcomes].reverse());
    expect(again.turn.outcomes.map((o) => o.accepted)).toEqual([false, true]);
    expect(await store.journal(caseId)).toHaveLength(8);
    expect((await store.entries(caseId)).map((e) => e.outcome.id)).toEqual(['opening', 'care', 'impossible']);
    expect((await store.case(caseId))?.revision).toBe(revision);
  });

  test('keeps what was refused, with its conditions, and the body of one that came by signal', async () => {
    const caseId = await opens();
    const impossible = { id: 'impossible', by: 'feed', events: [{ type: 'EnteredCare', children: ['nobody'] }] };
    await takeTurn(store, caseId, [impossible], { now: noon('2026-03-04') });
    expect(await store.entry(caseId, 'impossible')).toEqual({
      outcome: {
        id: 'impossible',
        accepted: false,
        unmet: [expect.objectContaining({ code: 'unknown-child', field: 'children' })],
      },
      changes: [],
      recordedAt: noon('2026-03-04'),
      body: impossible,
    });
  });

  test('keeps with an accepted entry what it changed in the calendar of the case', async () => {
    const caseId = await opens();
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    const record = await store.entry(caseId, 'care');
    expect(record?.changes).toContainEqual({
      key: expect.stringMatching(/^sample\/case-plan\/case\//),
      says: 'Complete the case plan.',
      was: null,
      now: { status: 'due', due: '2026-04-02' },
    });
  });

  test('shows worklists by owner, unit, status and date, the earliest first and dateless last', async () => {
    const caseId = await opens();
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    const mine = (rows: readonly { caseId: string }[]) => rows.filter((row) => row.caseId === caseId);
    const unit = mine(await store.obligations({ unit: 'unit-1', statuses: ['due'] }));
    expect(unit).toEqual([
      expect.objectContaining({ duty: 'case-plan', due: '2026-04-02', owner: 'cw1', cites: ['XX-01'] }),
      expect.objectContaining({ duty: 'review', due: '2026-05-02', owner: 'fac1', subject: 'child:c1' }),
    ]);
    expect(mine(await store.obligations({ owner: 'fac1', dueBy: '2026-05-02' }))).toHaveLength(1);
    expect(mine(await store.obligations({ owner: 'fac1', dueBy: '2026-05-01' }))).toHaveLength(0);
    expect(mine(await store.obligations({ unit: 'unit-9' }))).toHaveLength(0);
    expect(await store.obligations({ caseId, statuses: [] })).toEqual([]);
  });

  test('replaces of the projection what changed, also when only time has passed', async () => {
    const caseId = await opens();
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    const before = await store.case(caseId);
    await takeTurn(store, caseId, [], { now: noon('2026-04-10') });
    const plan = { caseId, owner: 'cw1' };
    expect((await store.obligations(plan)).map((o) => [o.duty, o.status])).toEqual([['case-plan', 'overdue']]);
    expect((await store.case(caseId))!.revision).toBe(before!.revision + 1);
    const undo = {
      id: 'undo',
      by: 'cw1',
      events: [{ type: 'EventRetracted', event: 'care', reason: 'Other family.' }],
    };
    await takeTurn(store, caseId, [undo], { now: noon('2026-04-11') });
    expect((await store.obligations(plan)).map((o) => [o.status, o.due])).toEqual([['unknown', null]]);
  });

  test('writes an intent once, keeps its state apart from its body, and tells which are pending', async () => {
    const caseId = await opens();
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    const { pending } = await takeTurn(store, caseId, [], { now: noon('2026-03-27') });
    expect(pending.map((i) => [i.kind, i.to.id, i.due, i.state])).toEqual([['remind', 'cw1', '2026-04-02', 'wanted']]);
    const again = await takeTurn(store, caseId, [], { now: noon('2026-03-27') });
    expect(again.pending).toEqual(pending);
    const key = pending[0]!.key;
    const receipt = {
      at: noon('2026-03-27'),
      result: 'accepted',
      detail: '250 ok',
      messageId: '<m@x>',
      channel: 'email',
    } as const;
    expect(await store.attempted(key, receipt, 'sent')).toEqual({ withdrawn: false });
    expect((await takeTurn(store, caseId, [], { now: noon('2026-03-28') })).pending).toEqual([]);
    expect(await store.deliveries({ caseId })).toEqual([
      {
        key,
        intent: { ...pending[0]!, state: 'sent' },
        state: 'sent',
        createdAt: noon('2026-03-27'),
        attempts: [receipt],
        receipts: [],
      },
    ]);
    expect((await store.deliveries({ recipient: 'cw1' })).map((d) => d.key)).toContain(key);
    expect(await store.intent(key)).toEqual({
      intent: { ...pending[0]!, state: 'sent' },
      caseId,
      attempts: [receipt],
      handovers: [],
    });
  });

  test('says when an intent was withdrawn while it was sent, and then counts it as sent', async () => {
    const caseId = await opens();
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    const { pending } = await takeTurn(store, caseId, [], { now: noon('2026-03-27') });
    const done = {
      id: 'done',
      by: 'cw1',
      events: [{ type: 'DocumentCompleted', document: 'd1', kind: 'case-plan' }],
    };
    await takeTurn(store, caseId, [done], { now: noon('2026-03-27') + 1 });
    expect((await store.intent(pending[0]!.key))?.intent.state).toBe('withdrawn');
    const receipt = { at: 1, result: 'accepted', detail: '250 ok', messageId: null, channel: null } as const;
    expect(await store.attempted(pending[0]!.key, receipt, 'sent')).toEqual({ withdrawn: true });
    expect((await store.ledger(caseId)).map((i) => i.state)).toEqual(['sent']);
  });

  test('marks the intent of an effect that failed, so that it is not tried for ever', async () => {
    const caseId = await opens();
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-04') });
    const { pending } = await takeTurn(store, caseId, [], { now: noon('2026-03-27') });
    const failed = {
      id: 'failed:1',
      by: 'system',
      events: [{ type: 'EffectFailed', key: pending[0]!.key, reason: 'timeout' }],
    };
    const after = await takeTurn(store, caseId, [failed], { now: noon('2026-03-30') });
    expect(after.pending).toEqual([]);
    expect((await store.intent(pending[0]!.key))?.intent.state).toBe('failed');
  });

  test('takes turns of one case one after the other, and those of several beside each other, without mixing them', async () => {
    const ids = await Promise.all([opens(), opens(), opens(), opens()]);
    const turns = Array.from({ length: 20 }, (_, i) => {
      const entry = {
        id: `note-${i}`,
        by: 'cw1',
        events: [{ type: 'AvailabilityRecorded', participants: ['p1'], preferred: `evening ${i}` }],
      };
      return takeTurn(store, ids[i % 4]!, [entry], { now: noon('2026-03-05') + i });
    });
    const results = await Promise.all(turns);
    expect(results.every((r) => r.turn.outcomes[0]!.accepted)).toBe(true);
    for (const [n, caseId] of ids.entries()) {
      const lines = await store.journal(caseId);
      expect(lines.map((line) => line.seq)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
      const notes = lines.slice(7).map((line) => Number(line.id.slice('note-'.length)));
      expect([...notes].sort((a, b) => a - b)).toEqual([n, n + 4, n + 8, n + 12, n + 16]);
    }
  });
});
