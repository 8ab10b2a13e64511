// What the store promises of carriers, over each of the two databases: tries that are counted, reports that are kept once, STOP.
import type { Store } from '../../src/store/types';
import { freshCase, noon, opening, sampleAgency, takeTurn } from './support/a-turn';
import { databases, type Opened } from './support/stores';

describe.each(databases)('carriers over $name', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.saveAgency(sampleAgency);
  });
  afterAll(() => opened?.close());

  const at = noon('2026-03-03');
  let references = 0;

  /** A case with an invitation for p1 that a gateway has taken. */
  async function texted(): Promise<{ caseId: string; key: string; reference: string }> {
    const caseId = freshCase();
    await takeTurn(store, caseId, [opening()], { now: noon('2026-03-02') });
    const meeting = {
      type: 'MeetingScheduled',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1'],
      startsAt: '2026-03-30T10:00',
      zone: 'America/Chicago',
    };
    const { pending } = await takeTurn(store, caseId, [{ id: 'e1', by: 'fac1', events: [meeting] }], { now: at });
    const { key } = pending[0]!;
    const reference = `reference-${(references += 1)}`;
    await store.handingOver({ channel: 'sms', reference, key });
    await store.attempted(key, { at, result: 'accepted', detail: '202', messageId: reference, channel: 'sms' }, 'sent');
    return { caseId, key, reference };
  }
  const row = async (caseId: string, key: string) =>
    (await store.deliveries({ caseId })).find((one) => one.key === key)!;

  test('counts each try by its way, also when several begin at once', async () => {
    const { key, reference } = await texted();
    const tries = await Promise.all([1, 2, 3].map(() => store.handingOver({ channel: 'email', reference, key })));
    expect(tries.map((one) => one.tries).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    expect((await store.intent(key))?.handovers.toSorted((a, b) => a.channel.localeCompare(b.channel))).toEqual([
      { channel: 'email', reference, tries: 3 },
      { channel: 'sms', reference, tries: 1 },
    ]);
  });

  test('keeps a report once, however many come at the same moment, and lets the case think again once', async () => {
    const { caseId, key, reference } = await texted();
    const reports = await Promise.all(
      [1, 2, 3, 4].map((n) => store.takeReceipt(reference, { status: 'failed', at, receivedAt: at + n })),
    );
    expect(reports.map(({ known }) => known)).toEqual([true, true, true, true]);
    expect(reports.filter(({ wake }) => wake !== null)).toHaveLength(1);
    const { state, intent, receipts, attempts } = await row(caseId, key);
    expect([state, intent.again, receipts.length, attempts.length]).toEqual(['wanted', 1, 1, 2]);
    expect((await store.ledger(caseId)).map((one) => [one.state, one.again])).toEqual([['wanted', 1]]);
    const kept = await store.unanswered(at + 10);
    expect(kept.filter((one) => one.caseId === caseId)).toMatchObject([{ by: 'system', body: { events: [] } }]);
  });

  test('STOP is for a number, however it is written, and for texts alone', async () => {
    const { caseId, reference } = await texted();
    const person = { caseId, name: 'A', email: null, language: 'en', doNotContact: false };
    const numbers = { p1: '312-555-0190', p2: '+1 (312) 555 0190', c1: '312-555-0191' };
    for (const [id, phone] of Object.entries(numbers)) await store.savePerson({ ...person, id, phone });
    await store.savePerson({ ...person, id: 'p3', phone: null });
    await store.takeReceipt(reference, { status: 'stopped', at, receivedAt: at });
    const people = await store.people({ caseId });
    expect(people.map(({ id, optOut }) => [id, optOut])).toEqual([
      ['c1', undefined],
      ['p1', ['sms']],
      ['p2', ['sms']],
      ['p3', undefined],
    ]);
  });

  test('keeps how and when somebody is reached, and forgets what is taken out', async () => {
    const caseId = freshCase();
    const plain = { id: 'p1', caseId, name: 'A', email: null, phone: null, language: 'en', doNotContact: false };
    const person = {
      ...plain,
      channels: ['sms', 'letter'],
      safeHours: { from: '09:00', to: '17:00' },
      noVoicemail: true,
      optOut: ['email'],
    } as const;
    await store.savePerson(person);
    expect(await store.people({ caseId })).toEqual([person]);
    await store.savePerson(plain);
    expect(await store.people({ caseId })).toEqual([plain]);
  });

  test('lists letters that wait, by unit, until they are posted', async () => {
    const { caseId, key, reference } = await texted();
    await store.takeReceipt(reference, { status: 'undelivered', at, receivedAt: at });
    const letter = { at, detail: '', messageId: reference, channel: 'letter' } as const;
    await store.attempted(key, { ...letter, result: 'to-post' }, 'wanted');
    const waiting = async (unit: string) =>
      (await store.lettersToPost({ unit })).filter((one) => one.caseId === caseId).map((one) => one.intent.key);
    expect([await waiting('unit-1'), await waiting('unit-2')]).toEqual([[key], []]);
    await store.attempted(key, { ...letter, result: 'accepted' }, 'sent');
    expect(await waiting('unit-1')).toEqual([]);
  });
});
