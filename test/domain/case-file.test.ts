// The fold: what the journal makes of a case.
import { participantsOn } from '../../src/domain/case-file';
import { day } from '../../src/domain/calendar';
import { programs } from '../../src/programs';
import { ACase, type Told } from '../support/a-case';

describe('somebody who left and came back takes part again', () => {
  const left: Told = { type: 'ParticipantEnded', on: '2026-02-01', participant: 'cg1' };
  const back = (on: string): Told => ({ type: 'ParticipantAdded', on, participant: 'cg1', role: 'caregiver' });
  const here = (c: ACase, on: string): boolean =>
    participantsOn(c.at(on).file, day(on)).some((person) => person.id === 'cg1');

  test.each(['2026-03-01', '2026-02-01'])('from %s on', (on) => {
    const c = ACase.opened(programs, '2026-01-02').with(left, back(on));
    expect(here(c, '2026-03-02')).toBe(true);
  });
  test.each([
    [{ at: '2026-02-01T09:00:00-08:00' }, {}],
    [{}, { at: '2026-02-01T09:00:00-08:00' }],
    [{ at: '2026-02-01T09:00:00-08:00' }, { at: '2026-02-01T10:00:00-08:00' }],
  ])('on the day of leaving, whatever is known of the clock: left %j, back %j', (leaving, returning) => {
    const c = ACase.opened(programs, '2026-01-02').with(
      { ...left, ...leaving },
      { ...back('2026-02-01'), ...returning },
    );
    expect(here(c, '2026-02-01')).toBe(true);
    expect(here(c.with({ ...left, on: '2026-02-02' }), '2026-02-02')).toBe(false);
  });
  test('also when the leaving became known after the return', () => {
    const c = ACase.opened(programs, '2026-01-02').with(back('2026-03-01'), { ...left, known: '2026-03-05' });
    expect(here(c, '2026-03-06')).toBe(true);
  });
  test('and is gone again after a second leaving', () => {
    const c = ACase.opened(programs, '2026-01-02').with(left, back('2026-03-01'), { ...left, on: '2026-04-01' });
    expect([here(c, '2026-03-31'), here(c, '2026-04-01')]).toEqual([true, false]);
  });
  test('WA-14: owes and is owed again: the monthly visit, the place at a meeting', () => {
    const c = ACase.opened(programs, '2026-01-02').with(left, back('2026-03-01'));
    expect(c.owes('caregiver-visit', '2026-03-10').at(-1)).toMatchObject({ status: 'due', due: '2026-03-31' });
  });
});

test('an event may name a child who was added later that day, or on a later day', () => {
  const c = ACase.opened(programs, '2026-01-02').with(
    { type: 'HouseholdChanged', on: '2026-01-05', children: ['c9'], household: 'h1' },
    { type: 'ChildAdded', on: '2026-01-06', child: 'c9', bornOn: '2026-01-01' },
  );
  expect(c.at('2026-01-07').file.children.get('c9')?.household).toBe('h1');
});

describe('what became of a meeting presupposes that it was set', () => {
  const set: Told = {
    type: 'MeetingScheduled',
    on: '2026-01-10',
    id: 'set',
    meeting: 'm1',
    kinds: ['ppm'],
    invitees: ['p1'],
    startsAt: '2026-02-02T18:00',
    zone: 'America/Los_Angeles',
  };
  const cancelled: Told = { type: 'MeetingCancelled', on: '2026-01-10', meeting: 'm1', reason: 'ill' };
  const status = (...told: readonly Told[]): string | undefined =>
    ACase.opened(programs, '2026-01-02')
      .with(...told)
      .at('2026-03-01')
      .file.meetings.get('m1')?.status;

  test('it is read as it stands after its changes: time, place of the clock, list and staff', () => {
    const now = {
      startsAt: '2026-02-03T09:00',
      zone: 'America/Chicago',
      invitees: ['p1', 'cg1'],
      staff: ['cw1', 'sup1'],
    };
    const moved: Told = { type: 'MeetingRescheduled', on: '2026-01-12', meeting: 'm1', ...now };
    const { file } = ACase.opened(programs, '2026-01-02').with(set, moved).at('2026-03-01');
    expect(file.byId.get('set')?.event).toMatchObject(now);
    const alone = ACase.opened(programs, '2026-01-02').with(set).at('2026-03-01').file.byId.get('set')?.event;
    expect(alone).not.toHaveProperty('staff');
  });
  test('cancelled on the day on which it was set, of which the clock is known for the one alone', () => {
    expect(status({ ...set, at: '2026-01-10T09:00:00-08:00' }, cancelled)).toBe('cancelled');
  });
  test('set, by a correction, on a day after it was cancelled', () => {
    const { id: _, ...to } = set;
    const corrected = {
      type: 'EventCorrected',
      on: '2026-01-20',
      event: 'set',
      reason: 'x',
      to: { ...to, on: '2026-01-12' },
    };
    expect(status(set, cancelled, corrected)).toBe('cancelled');
  });
});

describe('a meeting that was held', () => {
  const set = (over: Partial<Told> = {}): Told => ({
    type: 'MeetingScheduled',
    on: '2026-01-10',
    meeting: 'm1',
    kinds: ['ppm'],
    children: ['c1'],
    invitees: ['p1'],
    startsAt: '2026-02-02T18:00',
    zone: 'America/Los_Angeles',
    ...over,
  });
  const held = (...told: readonly Told[]): object =>
    ACase.opened(programs, '2026-01-02', ['2018-05-01', '2020-05-01'])
      .with(...told)
      .at('2026-03-01')
      .file.byId.get('held')!.event;
  const met: Told = { type: 'MeetingHeld', on: '2026-02-02', id: 'held', meeting: 'm1', attendance: [] };

  test('is of the kinds and children for which it was set, and about what it was set about', () => {
    expect(held(set({ about: 'concern' }), met)).toMatchObject({ kinds: ['ppm'], children: ['c1'], about: 'concern' });
    expect(held(set({ children: undefined }), met)).not.toHaveProperty('children');
  });
  test('is what its own record says, where that says more', () => {
    expect(held(set(), { ...met, about: 'concern', kinds: ['staffing'], children: ['c2'] })).toMatchObject({
      kinds: ['staffing'],
      children: ['c2'],
      about: 'concern',
    });
  });
  test('is read as it stands, where nobody has set it', () => {
    expect(held({ ...met, about: 'concern' })).toMatchObject({ meeting: 'm1', about: 'concern' });
  });
});
