// What the store promises of requests, people, cases and the agency, over each of the two databases.
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

  test('a request is kept once: the second with its id gets the first back', async () => {
    const caseId = await opens();
    const body = {
      id: `${caseId}-r`,
      by: 'cw1',
      events: [{ type: 'CircumstanceRecorded', note: 'NUL \u0000 and \ud800' }],
    };
    const row = { entryId: body.id, caseId, by: 'cw1', body, receivedAt: 5 };
    expect(await store.receive(row)).toEqual({ kept: { ...row, answeredAt: null }, known: false });
    const other = { ...row, body: { ...body, by: 'cw2' }, receivedAt: 9 };
    expect(await store.receive(other)).toEqual({ kept: { ...row, answeredAt: null }, known: true });
    expect((await store.unanswered(6)).map((r) => r.entryId)).toContain(body.id);
    expect((await store.unanswered(5)).map((r) => r.entryId)).not.toContain(body.id);
    await takeTurn(store, caseId, [{ id: body.id, by: 'cw1' }], { now: noon('2026-03-05') });
    expect((await store.unanswered(6)).map((r) => r.entryId)).not.toContain(body.id);
    expect((await store.entry(caseId, body.id))?.outcome.accepted).toBe(false);
  });

  test('a request that was answered without the case is not sent again', async () => {
    const body = { id: `${freshCase()}-r`, by: 'cw1' };
    await store.receive({ entryId: body.id, caseId: 'case-x', by: 'cw1', body, receivedAt: 1 });
    await store.answered(body.id, 7);
    await store.answered(body.id, 8);
    const again = await store.receive({ entryId: body.id, caseId: 'case-x', by: 'cw1', body, receivedAt: 2 });
    expect(again.kept.answeredAt).toBe(7);
  });

  test('counts the open families of each facilitator, the case itself not counted', async () => {
    await store.saveAgency({ ...sampleAgency, id: 'other' });
    const [one, two] = [await opens(), await opens()];
    const loaded: ReadonlyMap<string, number>[] = [];
    const look = async (caseId: string): Promise<number> => {
      const entry = { id: `look-${loaded.length}`, by: 'system' };
      await store
        .turn(
          caseId,
          [entry.id],
          (given) => {
            loaded.push(given.families);
            throw new Error('only looked');
          },
          { now: 0 },
        )
        .catch(() => undefined);
      return loaded.at(-1)!.get('fac1') ?? 0;
    };
    const before = await look(one);
    const close = { id: 'close', by: 'cw1', events: [{ type: 'CaseClosed', reason: 'other' }] };
    await takeTurn(store, two, [close], { now: noon('2026-03-05') });
    expect((await store.case(two))?.closedOn).toBe('2026-03-05');
    expect(await look(one)).toBe(before - 1);
    const change = { id: 'change', by: 'cw1', events: [{ type: 'StaffAssigned', staff: 'fac2', role: 'facilitator' }] };
    await takeTurn(store, one, [change], { now: noon('2026-03-05') });
    expect(await look(two)).toBe(before - 1);
    expect(loaded.at(-1)!.get('fac2')).toBeGreaterThan(0);
    await store.saveAgency(sampleAgency);
  });

  test('keeps people by case, and staff apart from them', async () => {
    const [a, b] = [freshCase(), freshCase()];
    const person = {
      id: 'p1',
      caseId: a,
      name: 'Ana',
      email: 'ana@x.test',
      phone: null,
      language: 'es',
      doNotContact: false,
    };
    await store.savePerson(person);
    await store.savePerson({ ...person, caseId: b, name: 'Bea', doNotContact: true });
    await store.savePerson({ ...person, caseId: null, name: 'Staff' });
    await store.savePerson({ ...person, email: null });
    expect(await store.people({ caseId: a })).toEqual([{ ...person, email: null }]);
    expect((await store.people({ caseId: b, ids: ['p1', 'p2'] })).map((p) => p.name)).toEqual(['Bea']);
    expect((await store.people({ caseId: null, ids: ['p1'] })).map((p) => p.name)).toEqual(['Staff']);
    expect(await store.people({ caseId: a, ids: [] })).toEqual([]);
  });

  test('knows no case that was never opened, whoever asked for it', async () => {
    const caseId = freshCase();
    expect(await store.case(caseId)).toBeNull();
    await takeTurn(store, caseId, [enteredCare('2026-03-03')], { now: noon('2026-03-03') });
    expect(await store.case(caseId)).toBeNull();
    expect((await store.cases({})).map((c) => c.caseId)).not.toContain(caseId);
    expect((await store.entry(caseId, 'care'))?.outcome.unmet?.map((u) => u.code)).toContain('not-opened');
  });

  test('lists cases by unit and by whether they are finished', async () => {
    const caseId = await opens();
    const row = (await store.cases({ unit: 'unit-1', finished: false })).find((c) => c.caseId === caseId);
    expect(row).toMatchObject({
      unit: 'unit-1',
      programs: ['sample'],
      openedOn: '2026-03-02',
      stuck: null,
      finished: false,
    });
    expect((await store.cases({ finished: true })).map((c) => c.caseId)).not.toContain(caseId);
    expect(await store.cases({ unit: 'unit-9' })).toEqual([]);
  });

  test('gives the agency as it was saved last', async () => {
    await store.saveAgency({ ...sampleAgency, holidays: ['2026-07-03'] });
    expect((await store.agency())?.holidays).toEqual(['2026-07-03']);
    await store.saveAgency(sampleAgency);
    expect(await store.agency()).toEqual(sampleAgency);
  });

  test('is healthy while it is open', async () => {
    await expect(store.health()).resolves.toBeUndefined();
  });
});
