// What the store promises of changes of staff, settings and holidays, over each of the two databases.
import type { AgencyChanging, Concerned, Store } from '../../src/store/types';
import { freshCase, noon, opening, sampleAgency, takeTurn } from './support/a-turn';
import { databases, type Opened } from './support/stores';

describe.each(databases)('changes of the agency over $name', ({ open }) => {
  let opened: Opened;
  let store: Store;
  let caseId: string;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.saveAgency(sampleAgency);
    caseId = freshCase();
    await takeTurn(store, caseId, [opening('2026-03-02')], { now: noon('2026-03-02') });
  });
  afterAll(() => opened?.close());

  let requests = 0;
  const holidays = (
    days: string[],
    concerned: Concerned = 'all',
    over: Partial<AgencyChanging> = {},
  ): AgencyChanging => ({
    request: `r-${(requests += 1)}`,
    fingerprint: 'f',
    by: 'ad1',
    at: 1_000 + requests,
    what: 'holidays',
    decide: (agency) => ({
      agency: { ...agency, holidays: [...agency.holidays, ...days] },
      reason: null,
      before: agency.holidays,
      after: days,
      concerned,
    }),
    ...over,
  });

  test('a request changes once; sent again it gives back what was written first', async () => {
    const asked = holidays(['2026-07-03']);
    const first = await store.changeAgency(asked);
    const again = await store.changeAgency(holidays(['2030-01-01'], 'all', { request: asked.request }));
    expect([first.known, again.known]).toEqual([false, true]);
    expect(again.change).toEqual(first.change);
    expect((await store.agency())?.holidays).toEqual(['2026-07-03']);
  });

  test('changes at one moment are made one after the other', async () => {
    const days = Array.from({ length: 6 }, (_, i) => `2027-01-0${i + 1}`);
    await Promise.all(days.map((one) => store.changeAgency(holidays([one]))));
    expect((await store.agency())?.holidays.toSorted()).toEqual(['2026-07-03', ...days]);
  });

  test('what throws changes nothing, neither staff nor the directory nor the record', async () => {
    const before = await store.agencyChanges();
    const broken = holidays([], 'all', {
      person: 'cw1',
      decide: () => {
        throw new Error('no');
      },
    });
    await expect(store.changeAgency(broken)).rejects.toThrow('no');
    expect(await store.agencyChanges()).toEqual(before);
  });

  test('the record of changes can be read by what was changed, the latest first', async () => {
    await store.changeAgency(holidays([], 'none', { what: 'staff:x' }));
    await store.changeAgency(holidays([], 'none', { what: 'staff:x', by: 'ad2' }));
    expect((await store.agencyChanges('staff:x')).map((one) => one.by)).toEqual(['ad2', 'ad1']);
  });

  test.each<[string, Concerned, boolean]>([
    ['all', 'all', true],
    ['none', 'none', false],
    ['its program', { program: 'sample' }, true],
    ['another program', { program: 'ample' }, false],
    ['its unit', { units: ['unit-1'], staff: 'x' }, true],
    ['another unit', { units: ['unit-2'], staff: 'x' }, false],
    ['somebody of another unit who owes something in it', { units: ['unit-2'], staff: 'cw1' }, true],
  ])('concerned: %s', async (_name, concerned, is) => {
    for (const one of await store.reconsiderations(10)) await store.reconsidered(one.caseId, one.askedAt);
    await takeTurn(
      store,
      caseId,
      [{ id: `care-${requests}`, by: 'cw1', events: [{ type: 'EnteredCare', on: '2026-03-03', children: ['c1'] }] }],
      { now: noon('2026-03-04') },
    );
    const { change } = await store.changeAgency(holidays([], concerned));
    expect(change.concerned).toBe(is ? 1 : 0);
    expect((await store.reconsiderations(10)).map((one) => one.caseId)).toEqual(is ? [caseId] : []);
  });

  test('a case that is asked anew while it is being asked stays noted', async () => {
    await store.changeAgency(holidays([]));
    const [first] = await store.reconsiderations(1);
    await store.changeAgency(holidays([]));
    await store.reconsidered(caseId, first?.askedAt ?? 0);
    expect(await store.reconsiderations(10)).toHaveLength(1);
  });
});
