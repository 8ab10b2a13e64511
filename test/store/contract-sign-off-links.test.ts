// What the store promises of links by which requests are decided, over each of the two databases.
import type { SignOffLink, Store } from '../../src/store/types';
import { freshCase, noon, opening, sampleAgency, takeTurn } from './support/a-turn';
import { databases, type Opened } from './support/stores';

describe.each(databases)('links of requests over $name', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.saveAgency(sampleAgency);
  });
  afterAll(() => opened?.close());

  const now = noon('2026-03-03');
  let links = 0;

  async function asked() {
    const caseId = freshCase();
    const record = async (by: string, id: string, event: object): Promise<void> => {
      const { turn } = await takeTurn(store, caseId, [{ id, by, events: [event] }], { now });
      expect(turn.outcomes.at(-1)).toMatchObject({ accepted: true });
    };
    await takeTurn(store, caseId, [opening()], { now: noon('2026-03-02') });
    await record('cw1', 'ask', { type: 'SignOffRequested', of: 'exception', reason: 'No visit.' });
    const link: SignOffLink = {
      hash: `sign-off-${(links += 1)}-${caseId}`,
      caseId,
      request: 'ask',
      staff: 'sup1',
      expiresAt: now + 1_000,
    };
    await store.keepSignOffLink(link, now);
    return { caseId, link, record };
  }
  const decision = (decided: string) => ({ type: 'SignOffDecided', request: 'ask', decision: decided, reason: 'x' });

  test('kept, it is found until its time is over; kept again it stays as it was', async () => {
    const { link } = await asked();
    await store.keepSignOffLink({ ...link, staff: 'fac1', expiresAt: now + 9_000 }, now);
    expect(await store.signOffLink(link.hash, now)).toEqual(link);
    expect(await store.signOffLink(link.hash, link.expiresAt)).toBeNull();
    expect(await store.signOffLink(`${link.hash}x`, now)).toBeNull();
  });

  test('a turn that changes nothing about the request leaves it open', async () => {
    const { link, record } = await asked();
    await record('cw1', 'other', { type: 'ContactMade', kind: 'reached-another-way', participants: ['p1'] });
    expect(await store.signOffLink(link.hash, now)).toEqual(link);
  });

  test.each([
    ['decided', (record: Asked['record']) => record('sup1', 'yes', decision('approved'))],
    [
      'withdrawn',
      (record: Asked['record']) => record('cw1', 'undo', { type: 'EventRetracted', event: 'ask', reason: 'x' }),
    ],
    [
      'no longer for this person to decide',
      (record: Asked['record']) => record('cw1', 'own', { type: 'StaffAssigned', staff: 'sup1', role: 'caseworker' }),
    ],
  ])('%s: revoked in the same turn', async (_why, change) => {
    const { link, record } = await asked();
    await change(record);
    expect(await store.signOffLink(link.hash, now)).toBeNull();
  });

  test('revoked it stays revoked, though the request waits again', async () => {
    const { link, record } = await asked();
    await record('sup1', 'yes', decision('approved'));
    await record('sup1', 'undo', { type: 'EventRetracted', event: 'yes', reason: 'x' });
    expect(await store.signOffLink(link.hash, now)).toBeNull();
    await store.keepSignOffLink(link, now);
    expect(await store.signOffLink(link.hash, now)).toBeNull();
  });

  test('what waits is found with who asked and everybody who may decide it', async () => {
    const { caseId, record } = await asked();
    const waiting = async () =>
      (await store.obligations({ caseId, signOff: true, statuses: ['due'] })).map((row) => [
        row.request,
        row.askedBy,
        row.deciders,
      ]);
    expect(await waiting()).toEqual([['ask', 'cw1', ['sup1']]]);
    await record('sup1', 'yes', decision('approved'));
    expect(await waiting()).toEqual([]);
  });

  type Asked = Awaited<ReturnType<typeof asked>>;
});
