// What the store promises of links by which invitations are answered, over each of the two databases.
import type { AnswerLink, Store } from '../../src/store/types';
import { freshCase, noon, opening, sampleAgency, takeTurn } from './support/a-turn';
import { databases, type Opened } from './support/stores';

describe.each(databases)('links over $name', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.saveAgency(sampleAgency);
  });
  afterAll(() => opened?.close());

  const START = '2026-03-20T10:00';
  const zone = 'America/Chicago';
  const now = noon('2026-03-03');
  const expiresAt = Date.parse('2026-03-20T15:00:00Z');
  let links = 0;

  /** A case with a meeting for p1 and p2, and a link for p1. */
  async function invited(): Promise<{
    caseId: string;
    link: AnswerLink;
    record: (...events: object[]) => Promise<void>;
  }> {
    const caseId = freshCase();
    let entries = 0;
    const record = async (...events: object[]): Promise<void> => {
      const { turn } = await takeTurn(store, caseId, [{ id: `e${(entries += 1)}`, by: 'fac1', events }], { now });
      expect(turn.outcomes.at(-1)).toMatchObject({ accepted: true });
    };
    await takeTurn(store, caseId, [opening()], { now: noon('2026-03-02') });
    await record({
      type: 'MeetingScheduled',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1', 'p2'],
      startsAt: START,
      zone,
    });
    const link: AnswerLink = {
      hash: `hash-${(links += 1)}`,
      codeHash: `code-${links}`,
      caseId,
      meeting: 'm1',
      participant: 'p1',
      purpose: 'answer',
      startsAt: START,
      zone,
      expiresAt,
    };
    await store.keepAnswerLink(link, now);
    return { caseId, link, record };
  }
  const byToken = ({ hash }: AnswerLink, at = now) => store.answerLink({ hash }, at);
  const moved = (startsAt: string, over: object = {}) => ({
    type: 'MeetingRescheduled',
    meeting: 'm1',
    startsAt,
    zone,
    ...over,
  });

  test('found by token or code until the meeting begins; unknown ones are not', async () => {
    const { link } = await invited();
    expect(await byToken(link)).toEqual(link);
    expect(await store.answerLink({ codeHash: link.codeHash }, now)).toEqual(link);
    expect(await byToken(link, expiresAt - 1)).toEqual(link);
    expect(await byToken(link, expiresAt)).toBeNull();
    expect(await store.answerLink({ hash: 'unknown' }, now)).toBeNull();
    expect(await store.answerLink({ hash: link.codeHash }, now)).toBeNull();
  });

  test('kept again it stays as it is', async () => {
    const { link, record } = await invited();
    await record({ type: 'MeetingCancelled', meeting: 'm1', reason: 'x' });
    await store.keepAnswerLink(link, now);
    expect(await byToken(link)).toBeNull();
  });

  test.each<[string, object]>([
    ['the meeting moves', moved('2026-03-21T10:00')],
    ['its zone changes', moved(START, { zone: 'America/Denver' })],
    ['it is cancelled', { type: 'MeetingCancelled', meeting: 'm1', reason: 'x' }],
    ['the person is taken off the list', moved(START, { invitees: ['p2'] })],
    ['the person leaves the case', { type: 'ParticipantEnded', participant: 'p1' }],
    ['the person is excused', { type: 'InvitationExcused', meeting: 'm1', participant: 'p1', reason: 'x' }],
    ['the case is closed', { type: 'CaseClosed', reason: 'other' }],
  ])('revoked in the turn in which %s', async (_what, event) => {
    const { link, record } = await invited();
    await record(event);
    expect(await byToken(link)).toBeNull();
    expect(await store.answerLink({ codeHash: link.codeHash }, now)).toBeNull();
  });

  test('not revoked when only the place changes, or another person', async () => {
    const { link, record } = await invited();
    await record(moved(START, { place: 'Room 9' }));
    await record({ type: 'ParticipantEnded', participant: 'p2' });
    expect(await byToken(link)).toEqual(link);
  });

  test('good again when what revoked it is undone', async () => {
    const { link, record } = await invited();
    await record(moved('2026-03-21T10:00'));
    await record(moved(START));
    expect(await byToken(link)).toEqual(link);
  });

  test('a code that two invitations share opens neither', async () => {
    const { link } = await invited();
    const other = await invited();
    await store.keepAnswerLink({ ...other.link, hash: 'twin', codeHash: link.codeHash }, now);
    expect(await store.answerLink({ codeHash: link.codeHash }, now)).toBeNull();
    expect(await byToken(link)).toEqual(link);
  });

  test('the directory keeps that a person is at high risk', async () => {
    const caseId = freshCase();
    const person = { id: 'p1', caseId, name: 'A', email: null, phone: null, language: 'en', doNotContact: false };
    await store.savePerson({ ...person, highRisk: true });
    expect(await store.people({ caseId })).toEqual([{ ...person, highRisk: true }]);
    await store.savePerson({ ...person, highRisk: false });
    expect(await store.people({ caseId })).toEqual([person]);
  });
});
