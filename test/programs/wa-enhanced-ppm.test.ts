// Enhanced permanency planning meetings: every date here was worked out by hand from the text.
import { everyCase } from '../../src/programs/every-case';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency, type Told } from '../support/a-case';

/** This program alone: another one in the list must change nothing here. */
const programs = [everyCase, waEnhancedPpm];

const hearing = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'HearingHeld',
  on,
  kind: 'dependency-fact-finding',
  outcome: 'dependency-found',
  children: ['c1'],
  ...over,
});
const facilitator = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'StaffAssigned',
  on,
  staff: 'fac1',
  role: 'facilitator',
  by: 'sup1',
  ...over,
});
const set = (on: string, startsAt: string, over: Partial<Told> = {}): Told => ({
  type: 'MeetingScheduled',
  on,
  meeting: 'm1',
  kinds: ['ppm'],
  children: ['c1'],
  invitees: ['p1', 'cg1', 'c1'],
  startsAt,
  zone: 'America/Los_Angeles',
  ...over,
});
const held = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'MeetingHeld',
  on,
  meeting: 'm1',
  attendance: [
    { participant: 'p1', how: 'present' },
    { participant: 'cg1', how: 'by-phone' },
    { participant: 'c1', how: 'present' },
  ],
  familyTime: true,
  familyPlan: 'Our plan',
  ...over,
});
const opened = (born?: readonly string[]) => ACase.opened(programs, '2026-01-02', born);

describe('WA-06, WA-07: first meeting 30 days after the fact-finding hearing', () => {
  test('no hearing, no cycle: the date is unknown, and the case worker can supply what is missing', () => {
    const [o] = opened().obligations('ppm', '2026-01-10');
    expect(o).toMatchObject({
      status: 'unknown',
      due: null,
      missing: [{ fact: 'hearing held (dependency-fact-finding)', suppliedBy: 'caseworker' }],
    });
  });
  test('a hearing that found no dependency opens no cycle', () => {
    expect(
      opened()
        .with(hearing('2026-01-05', { outcome: 'dismissed' }))
        .owes('ppm', '2026-03-01'),
    ).toEqual([{ subject: 'child:c1', status: 'unknown', due: null }]);
  });
  test.each([
    ['2026-01-05', '2026-02-04', 'within January and February'],
    ['2026-01-31', '2026-03-02', 'over the short February'],
    ['2028-01-30', '2028-02-29', 'onto a leap day'],
    ['2026-02-20', '2026-03-22', 'over the change of clocks on March 8'],
    ['2025-12-05', '2026-01-04', 'onto a Sunday, which does not roll'],
  ])('hearing %s -> due %s (%s)', (on, due) => {
    expect(ACase.opened(programs, '2025-12-01').with(hearing(on)).owes('ppm', on)[0]).toEqual({
      subject: 'child:c1',
      status: 'due',
      due,
    });
  });
  test('due to the end of the day, overdue with the next', () => {
    const c = opened().with(hearing('2026-01-05'));
    expect(c.owes('ppm', '2026-02-04')[0]?.status).toBe('due');
    expect(c.owes('ppm', '2026-02-05')[0]?.status).toBe('overdue');
  });
  test('held before day 30 meets it; held after is late', () => {
    const c = opened().with(hearing('2026-01-05'), set('2026-01-10', '2026-02-02T18:00'));
    expect(c.with(held('2026-02-02')).owes('ppm', '2026-02-10')[0]).toEqual({
      subject: 'child:c1',
      status: 'met',
      due: '2026-02-04',
      done: '2026-02-02',
    });
    expect(c.with(held('2026-02-06')).owes('ppm', '2026-02-10')[0]).toEqual({
      subject: 'child:c1',
      status: 'met-late',
      due: '2026-02-04',
      done: '2026-02-06',
    });
  });
  test('the hearing corrected from January 5 to January 12 moves the date from February 4 to February 11', () => {
    const c = opened().with(hearing('2026-01-05', { id: 'h' }));
    const corrected = c.with({
      type: 'EventCorrected',
      on: '2026-01-20',
      event: 'h',
      reason: 'It was continued.',
      to: {
        type: 'HearingHeld',
        on: '2026-01-12',
        kind: 'dependency-fact-finding',
        outcome: 'dependency-found',
        children: ['c1'],
      },
    });
    expect(corrected.owes('ppm', '2026-01-21')).toEqual([{ subject: 'child:c1', status: 'due', due: '2026-02-11' }]);
    expect(corrected.obligations('ppm', '2026-01-21')[0]?.key).toBe(c.obligations('ppm', '2026-01-21')[0]?.key);
  });
  test('the hearing retracted: the date is unknown again', () => {
    const c = opened().with(hearing('2026-01-05', { id: 'h' }), {
      type: 'EventRetracted',
      on: '2026-01-08',
      event: 'h',
      reason: 'Another family.',
    });
    expect(c.owes('ppm', '2026-01-09')).toEqual([{ subject: 'child:c1', status: 'unknown', due: null }]);
  });
});

describe('WA-08: then every 90 days from the meeting held', () => {
  const story = opened().with(
    hearing('2026-01-05'),
    facilitator('2026-01-06'),
    set('2026-01-10', '2026-02-02T18:00'),
    held('2026-02-02'),
  );
  test('held 2026-02-02 -> next 2026-05-03', () => {
    expect(story.owes('ppm', '2026-03-01')[1]).toEqual({ subject: 'child:c1', status: 'due', due: '2026-05-03' });
  });
  test('by the grid of due dates, where the agency chose it: due 2026-02-04 -> next 2026-05-05', () => {
    const agency = anAgency({ settings: { ppmAnchor: 'due' } });
    const c = ACase.opened(programs, '2026-01-02', undefined, agency).with(
      hearing('2026-01-05'),
      set('2026-01-10', '2026-02-02T18:00'),
      held('2026-02-02'),
    );
    expect(c.owes('ppm', '2026-03-01')[1]).toEqual({ subject: 'child:c1', status: 'due', due: '2026-05-05' });
  });
  test('cancelled or not held, the date stands', () => {
    const again = story.with(set('2026-04-01', '2026-04-30T18:00', { meeting: 'm2' }));
    for (const ending of [
      { type: 'MeetingCancelled', on: '2026-04-29', meeting: 'm2', reason: 'ill' },
      { type: 'MeetingNotHeld', on: '2026-04-30', meeting: 'm2', reason: 'nobody of the family came' },
    ])
      expect(again.with(ending).owes('ppm', '2026-05-01')[1]).toEqual({
        subject: 'child:c1',
        status: 'due',
        due: '2026-05-03',
      });
  });
  test('a missed cycle stays overdue until a meeting is held; the next counts from that one', () => {
    const late = story.with(
      set('2026-06-01', '2026-06-10T18:00', { meeting: 'm2', reason: 'family away' }),
      held('2026-06-10', { meeting: 'm2' }),
    );
    expect(story.owes('ppm', '2026-06-09')[1]?.status).toBe('overdue');
    expect(late.owes('ppm', '2026-06-11').slice(1)).toEqual([
      { subject: 'child:c1', status: 'met-late', due: '2026-05-03', done: '2026-06-10' },
      { subject: 'child:c1', status: 'due', due: '2026-09-08' },
    ]);
  });
  test('a held meeting retracted re-opens the obligation that it met, and the one after it is gone', () => {
    const c = opened().with(
      hearing('2026-01-05'),
      set('2026-01-10', '2026-02-02T18:00'),
      held('2026-02-02', { id: 'h1' }),
      { type: 'EventRetracted', on: '2026-02-06', event: 'h1', reason: 'It did not take place.' },
    );
    expect(c.owes('ppm', '2026-02-06')).toEqual([{ subject: 'child:c1', status: 'overdue', due: '2026-02-04' }]);
  });
  test('two hearings, one joint meeting: each child has its own first date, both are met, both count on from the meeting', () => {
    const two = opened(['2018-05-01', '2020-06-01']).with(
      hearing('2026-01-05'),
      hearing('2026-01-15', { children: ['c2'] }),
      set('2026-01-20', '2026-02-03T18:00', { children: ['c1', 'c2'] }),
    );
    expect(two.owes('ppm', '2026-01-21')).toEqual([
      { subject: 'child:c1', status: 'due', due: '2026-02-04' },
      { subject: 'child:c2', status: 'due', due: '2026-02-14' },
    ]);
    expect(two.with(held('2026-02-03')).owes('ppm', '2026-02-04')).toEqual([
      { subject: 'child:c1', status: 'met', due: '2026-02-04', done: '2026-02-03' },
      { subject: 'child:c2', status: 'met', due: '2026-02-14', done: '2026-02-03' },
      { subject: 'child:c1', status: 'due', due: '2026-05-04' },
      { subject: 'child:c2', status: 'due', due: '2026-05-04' },
    ]);
  });
});

describe('WA-02, WA-09: the cycle ends with the case and with nothing else', () => {
  const story = opened(['2008-03-01']).with(hearing('2026-01-05'));
  test('WA-02: an eighteenth birthday ends nothing', () => {
    expect(story.owes('ppm', '2026-03-02')[0]?.status).toBe('overdue');
  });
  test('WA-09: closing ends the open date, with the reason; a closing retracted brings it back', () => {
    const closed = story.with({ type: 'CaseClosed', on: '2026-01-20', reason: 'dismissed', id: 'close' });
    expect(closed.obligations('ppm', '2026-01-21')[0]).toMatchObject({
      status: 'not-applicable',
      reason: 'the case was closed on 2026-01-20',
    });
    expect(
      closed
        .with({ type: 'EventRetracted', on: '2026-01-22', event: 'close', reason: 'error' })
        .owes('ppm', '2026-01-23')[0],
    ).toEqual({ subject: 'child:c1', status: 'due', due: '2026-02-04' });
  });
  test('WA-09: closed for one child, the other goes on; with the last the case is closed', () => {
    const two = opened(['2018-05-01', '2020-06-01']).with(hearing('2026-01-05', { children: ['c1', 'c2'] }), {
      type: 'CaseClosed',
      on: '2026-01-20',
      reason: 'adopted',
      children: ['c1'],
    });
    expect(two.owes('ppm', '2026-01-21').map((o) => o.status)).toEqual(['not-applicable', 'due']);
    expect(two.at('2026-01-21').file.closed).toBeNull();
    expect(
      two.with({ type: 'CaseClosed', on: '2026-01-25', reason: 'adopted', children: ['c2'] }).at('2026-01-26').file
        .closed,
    ).not.toBeNull();
  });
});

describe('WA-13, WA-14: monthly visits are a target, never a breach', () => {
  test('a month without a visit is reported as missed, and nobody is reminded of it', () => {
    const c = opened().with({ type: 'ContactMade', on: '2026-02-10', kind: 'visit', participants: ['p1'] });
    expect(c.owes('parent-visit', '2026-03-05').map((o) => `${o.due} ${o.status}`)).toEqual([
      '2026-01-31 target-missed',
      '2026-02-28 met',
      '2026-03-31 due',
    ]);
    expect(c.owes('caregiver-visit', '2026-03-05').map((o) => o.status)).toEqual([
      'target-missed',
      'target-missed',
      'due',
    ]);
    expect(c.at('2026-06-05').notices.filter((n) => n.about.includes('visit'))).toEqual([]);
  });
  test('a new caregiver begins a month of his or her own', () => {
    const c = opened().with(
      { type: 'ParticipantEnded', on: '2026-02-20', participant: 'cg1' },
      { type: 'ParticipantAdded', on: '2026-02-21', participant: 'cg2', role: 'caregiver' },
    );
    expect(
      c
        .owes('caregiver-visit', '2026-03-05')
        .filter((o) => o.subject.endsWith('cg2'))
        .map((o) => o.due),
    ).toEqual(['2026-02-28', '2026-03-31']);
    expect(
      c
        .owes('caregiver-visit', '2026-03-05')
        .filter((o) => o.subject.endsWith('cg1'))
        .map((o) => o.due),
    ).toEqual(['2026-01-31', '2026-02-28']);
  });
});

describe('WA-17, WA-23, WA-31, WA-03: the facilitator', () => {
  const story = opened().with(hearing('2026-01-05'));
  test('WA-17: assigned within the agency’s seven days after the hearing, else overdue and owed by the supervisor', () => {
    expect(story.obligations('assign-facilitator', '2026-01-13')[0]).toMatchObject({
      status: 'overdue',
      owner: { staff: 'sup1' },
    });
    expect(story.with(facilitator('2026-01-09')).owes('assign-facilitator', '2026-01-13')[0]).toEqual({
      subject: 'case',
      status: 'met',
      due: '2026-01-12',
      done: '2026-01-09',
    });
  });
  test('WA-17: a facilitator who was there before the hearing counts', () => {
    expect(
      opened().with(facilitator('2026-01-03'), hearing('2026-01-05')).owes('assign-facilitator', '2026-01-06')[0]
        ?.status,
    ).toBe('met');
  });
  test('WA-23: a facilitator who leaves without a successor re-opens the duty, and what he owed falls to the supervisor', () => {
    const left = story.with(facilitator('2026-01-06'), {
      type: 'StaffUnassigned',
      on: '2026-01-20',
      staff: 'fac1',
      role: 'facilitator',
      reason: 'left',
    });
    expect(left.owes('assign-facilitator', '2026-01-21')[0]?.status).toBe('overdue');
    expect(left.obligations('ppm', '2026-01-21')[0]?.owner).toEqual({
      role: 'facilitator',
      staff: 'sup1',
      fallback: true,
    });
  });
  test('WA-31: the fifty-first family asks the supervisor; the fiftieth does not; approved or refused, it is answered', () => {
    const over = (families: number) =>
      story.with(facilitator('2026-01-06', { id: 'fac', by: 'cw1', familiesBefore: families }));
    expect(over(49).owes('over-capacity', '2026-01-06')).toEqual([]);
    expect(over(50).obligations('over-capacity', '2026-01-06')[0]).toMatchObject({
      status: 'due',
      owner: { staff: 'sup1' },
      signOff: true,
    });
    const decided = (decision: string) =>
      over(50).with({
        type: 'SignOffDecided',
        on: '2026-01-07',
        by: 'sup1',
        request: 'fac',
        decision,
        reason: 'siblings are known to her',
      });
    expect(decided('approved').owes('over-capacity', '2026-01-08')[0]?.status).toBe('met');
    expect(decided('approved').owes('assign-facilitator', '2026-01-08')[0]?.status).toBe('met');
    expect(decided('refused').owes('assign-facilitator', '2026-01-08')[0]?.status).toBe('due');
  });
  test('WA-03: facilitator and case worker the same person: a warning, never a refusal', () => {
    expect(story.with(facilitator('2026-01-06', { staff: 'cw1' })).owes('facilitator-apart', '2026-01-07')).toEqual([
      { subject: 'event:e8', status: 'due', due: null },
    ]);
    expect(story.with(facilitator('2026-01-06')).owes('facilitator-apart', '2026-01-07')).toEqual([]);
  });
});

describe('WA-19 to WA-36: getting a meeting ready, and its record', () => {
  const story = opened().with(hearing('2026-01-05'), facilitator('2026-01-06'));
  test('WA-33: preliminary contacts with parent, caregiver, child and case worker, before the first meeting is set', () => {
    expect(story.owes('preliminary-contact', '2026-01-07')).toEqual([
      { subject: 'caregiver:cg1', status: 'due', due: '2026-01-20' },
      { subject: 'child:c1', status: 'due', due: '2026-01-20' },
      { subject: 'parent:p1', status: 'due', due: '2026-01-20' },
    ]);
    const made = story.with(
      { type: 'ContactMade', on: '2026-01-08', kind: 'preliminary', participants: ['p1'], staff: ['cw1'] },
      { type: 'DecisionMade', on: '2026-01-09', kind: 'unreachable', participants: ['cg1'], outcome: 'closed' },
      set('2026-01-12', '2026-02-02T18:00'),
    );
    expect(made.owes('preliminary-contact', '2026-01-13').map((o) => `${o.subject} ${o.status} ${o.due}`)).toEqual([
      'caregiver:cg1 met 2026-01-12',
      'child:c1 overdue 2026-01-12',
      'parent:p1 met 2026-01-12',
    ]);
    expect(made.owes('preliminary-contact-caseworker', '2026-01-13')[0]?.status).toBe('met');
  });
  test('WA-24, WA-34: availability is asked before a date is fixed', () => {
    expect(
      story
        .with({ type: 'AvailabilityRecorded', on: '2026-01-08', participants: ['p1'], preferred: 'evenings' })
        .owes('ask-availability', '2026-01-09')[0]?.status,
    ).toBe('met');
    expect(story.with(set('2026-01-12', '2026-02-02T18:00')).owes('ask-availability', '2026-01-13')[0]).toEqual({
      subject: 'case',
      status: 'due',
      due: '2026-01-12',
    });
  });
  test('WA-19: the meeting is set on or before its due date; a cancelled one re-opens the duty', () => {
    expect(story.owes('book-ppm', '2026-01-07')).toEqual([{ subject: 'child:c1', status: 'due', due: '2026-02-04' }]);
    const booked = story.with(set('2026-01-12', '2026-02-02T18:00'));
    expect(booked.owes('book-ppm', '2026-01-13')[0]?.status).toBe('met');
    expect(
      booked
        .with({ type: 'MeetingCancelled', on: '2026-01-30', meeting: 'm1', reason: 'ill' })
        .owes('book-ppm', '2026-01-31')[0]?.status,
    ).toBe('due');
  });
  test('WA-20, WA-26, WA-28: each key participant is invited or excused with a reason', () => {
    const short = story.with(
      { type: 'ParticipantAdded', on: '2026-01-06', participant: 'gal', role: 'guardian-ad-litem' },
      set('2026-01-12', '2026-02-02T18:00', { id: 'set' }),
    );
    expect(short.owes('invite-key-participants', '2026-01-13').filter((o) => o.status !== 'met')).toEqual([
      { subject: 'event:set/gal', status: 'due', due: '2026-02-02' },
    ]);
    const excused = short.with({
      type: 'InvitationExcused',
      on: '2026-01-14',
      meeting: 'm1',
      participant: 'gal',
      reason: 'appointed to another child',
    });
    expect(excused.owes('invite-key-participants', '2026-01-15').every((o) => o.status === 'met')).toBe(true);
  });
  test('WA-29: everybody invited is contacted before each meeting; the date moves with the meeting', () => {
    const booked = story.with(set('2026-01-12', '2026-02-02T18:00', { id: 'set' }), {
      type: 'ContactMade',
      on: '2026-01-20',
      kind: 'advance',
      participants: ['p1'],
      explained: true,
    });
    expect(
      booked
        .owes('advance-contact', '2026-01-21')
        .map((o) => `${o.status} ${o.due}`)
        .sort(),
    ).toEqual(['due 2026-02-01', 'due 2026-02-01', 'met 2026-02-01']);
    const moved = booked.with({
      type: 'MeetingRescheduled',
      on: '2026-01-22',
      meeting: 'm1',
      startsAt: '2026-02-04T18:00',
      zone: 'America/Los_Angeles',
    });
    expect(
      moved
        .owes('advance-contact', '2026-01-23')
        .map((o) => `${o.status} ${o.due}`)
        .sort(),
    ).toEqual(['due 2026-02-03', 'due 2026-02-03', 'met 2026-02-03']);
  });
  test('WA-18: the outcome is recorded; WA-22: family time with the family’s plan; WA-27: attendance of each key participant', () => {
    const booked = story.with(set('2026-01-12', '2026-02-02T18:00'));
    expect(booked.owes('meeting-outcome', '2026-02-03')[0]?.status).toBe('overdue');
    const bare = booked.with(
      held('2026-02-02', {
        familyTime: undefined,
        familyPlan: undefined,
        attendance: [{ participant: 'p1', how: 'present' }],
      }),
    );
    expect(bare.owes('meeting-outcome', '2026-02-03')[0]?.status).toBe('met');
    expect(bare.owes('family-time', '2026-02-03')[0]?.status).toBe('overdue');
    expect(
      bare
        .owes('attendance', '2026-02-03')
        .map((o) => o.status)
        .sort(),
    ).toEqual(['due', 'due', 'met']);
    const full = booked.with(held('2026-02-02'));
    expect(full.owes('family-time', '2026-02-03')[0]?.status).toBe('met');
    expect(full.owes('attendance', '2026-02-03').map((o) => o.status)).toEqual(['met', 'met', 'met']);
  });
  test('WA-36: a concern is answered at the next meeting held', () => {
    const raised = story.with({
      type: 'ConcernRaised',
      on: '2026-01-08',
      concern: 'k1',
      participant: 'p1',
      text: 'transport',
    });
    expect(raised.owes('address-concern', '2026-01-09')[0]).toEqual({
      subject: 'event:e9',
      status: 'unknown',
      due: null,
    });
    const met = raised.with(set('2026-01-12', '2026-02-02T18:00'), held('2026-02-02'));
    expect(met.owes('address-concern', '2026-02-02')[0]).toEqual({
      subject: 'event:e9',
      status: 'due',
      due: '2026-02-02',
    });
    expect(
      met
        .with({ type: 'ConcernAddressed', on: '2026-02-02', concern: 'k1', meeting: 'm1', how: 'a bus pass' })
        .owes('address-concern', '2026-02-03')[0]?.status,
    ).toBe('met');
  });
  test('WA-32: another shared planning meeting has the due date recorded for it', () => {
    const needed = story.with({
      type: 'CircumstanceRecorded',
      on: '2026-01-10',
      id: 'need',
      kind: 'shared-planning-required',
      plannedFor: '2026-03-01',
    });
    expect(needed.owes('shared-planning-meeting', '2026-01-11')[0]).toMatchObject({ status: 'due', due: '2026-03-01' });
    const done = needed.with(
      set('2026-01-12', '2026-02-20T18:00', { meeting: 's1', kinds: ['shared-planning'], about: 'need' }),
      held('2026-02-20', { meeting: 's1' }),
    );
    expect(done.owes('shared-planning-meeting', '2026-03-02')[0]).toMatchObject({ status: 'met', done: '2026-02-20' });
  });
});

test('a waiver names a person, an authority and a reason, and the cycle goes on from the waived date', () => {
  const c = opened().with(hearing('2026-01-05'));
  const key = c.obligations('ppm', '2026-01-10')[0]!.key;
  const waived = c.with({
    type: 'ObligationWaived',
    on: '2026-01-20',
    obligation: key,
    waivedBy: 'sup1',
    authority: 'court order',
    reason: 'family abroad until May',
  });
  expect(waived.owes('ppm', '2026-01-21')).toEqual([
    { subject: 'child:c1', status: 'waived', due: '2026-02-04' },
    { subject: 'child:c1', status: 'due', due: '2026-05-05' },
  ]);
});
