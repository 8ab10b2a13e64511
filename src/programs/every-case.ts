// What every case owes whatever its programs: a new allegation is reported and the child made safe at once; people who
// must be kept apart are not brought together; a person whom no message reaches is somebody's task; so is the answer of
// somebody who cannot come, or who needs something to be able to.
import {
  aboutIt,
  anyOf,
  before,
  by,
  earliest,
  either,
  happened,
  inCase,
  itHas,
  last,
  latest,
  perEvent,
  perEventSuch,
  program,
  setting,
  so,
  trigger,
  after,
  when,
  word,
} from '../domain/rule';
import { answerNeeds } from '../domain/events';

export const everyCase = program({
  id: 'every-case',
  title: 'Every case',
  edition: '1',
  document: 'Duties common to all programs, each taken from the document that states it',
  effective: { from: '2000-01-01' },
  settings: {
    answerActedWithin: {
      value: { unit: 'days', n: 1 },
      says: 'Days that are left at the least, after an answer to an invitation, to act on it; never beyond the meeting.',
    },
    answerReminders: { value: [2, 1, 0], says: 'Days before that date on which the owner is reminded.' },
    answerSettledBefore: {
      value: { unit: 'days', n: 3 },
      says: 'Days before a meeting by which what was answered to its invitations is settled.',
    },
    reachReminders: { value: [3, 1], says: 'Days before that date on which the owner is reminded.' },
    reachWithin: {
      value: { unit: 'business-days', n: 3 },
      says: 'Days within which a person whom no message reached is reached another way.',
    },
  },
  duties: [
    {
      id: 'report-allegation',
      cites: ['WI-48', 'LA-04'],
      says: 'Report the new allegation to the hotline at once.',
      reading:
        'No minutes or hours are given: due at once, whatever the legal status. Two of the five policies say so; every case is held to it.',
      per: perEvent(happened('AllegationReported')),
      from: trigger(),
      due: { by: trigger() },
      done: by(aboutIt('ActionTaken', { kind: 'hotline-report' })),
      outlivesClosing: true,
      owner: 'caseworker',
      remind: 'at-once',
    },
    {
      id: 'make-child-safe',
      cites: ['WI-50'],
      says: 'Make the child safe at once: protective plan, in-home safety plan, or temporary physical custody.',
      reading: 'Due at once, whatever the legal status; the way chosen is recorded.',
      per: perEvent(happened('AllegationReported')),
      from: trigger(),
      due: { by: trigger() },
      done: by(aboutIt('ActionTaken', { kind: 'child-made-safe' })),
      outlivesClosing: true,
      owner: 'caseworker',
      remind: 'at-once',
    },
    {
      id: 'separate-sessions',
      cites: ['WA-26'],
      says: 'Hold separate sessions: an order keeps two of those invited apart, and nobody is sent anything until they are separate.',
      reading:
        'The text asks that all be invited and does not speak of no-contact orders: everybody is invited, to sessions of their own.',
      per: perEvent(happened('MeetingScheduled')),
      from: latest(trigger(), last(inCase('NoContactOrderRecorded'))),
      due: { by: trigger('startsAt') },
      done: when('apart'),
      only: so('brings-together'),
      owner: 'facilitator',
      remind: 'at-once',
    },
    {
      id: 'reach-person',
      cites: ['WA-20'],
      says: 'Reach the person another way: no message got through.',
      reading: 'The text lists whom no invitation has reached; how soon they are to be reached is an agency setting.',
      per: perEventSuch(inCase('NoticeUndeliverable'), so('newly-unreached'), 'recipient'),
      from: trigger(),
      due: { by: after(trigger(), setting('reachWithin')) },
      done: when('reached-since'),
      owner: 'facilitator',
      remind: 'reachReminders',
    },
    {
      id: 'reach-staff',
      cites: ['WA-20'],
      says: 'Reach the member of staff another way, and see that the address is mended: no message got through.',
      reading:
        'The text speaks of those invited, and staff are among them; it is read for every message to staff, because a reminder that nobody gets reminds nobody.',
      per: perEventSuch(inCase('NoticeUndeliverable'), so('newly-unreached', { staff: true }), 'recipient'),
      from: trigger(),
      due: { by: after(trigger(), setting('reachWithin')) },
      done: when('reached-since'),
      owner: 'supervisor',
      remind: 'reachReminders',
    },
    {
      id: 'find-another-time',
      cites: ['WA-24', 'WA-34'],
      says: 'Find another time, or record that the meeting goes on without the person who cannot come.',
      reading:
        'Meetings are set when key participants are able to attend, at a time that suits the family: an answer that the time does not suit opens the search again. Everybody on the list is taken for a key participant. By when it is settled is an agency setting.',
      per: perEvent(happened('InvitationAnswered', { answer: ['declined', 'another-time'] }), 'participant'),
      from: trigger(),
      due: {
        by: earliest(
          trigger('startsAt'),
          latest(
            after(trigger(), setting('answerActedWithin')),
            before(trigger('startsAt'), setting('answerSettledBefore')),
          ),
        ),
      },
      done: either(
        when('moved-from-it'),
        when('answered-anew'),
        when('recorded-about', { type: 'DecisionMade', kind: 'goes-on-without' }),
      ),
      ends: so('not-awaited'),
      ended: 'ended unmet: the meeting is not ahead any more, or the person is not on its list',
      owner: 'facilitator',
      remind: 'answerReminders',
    },
    {
      id: 'arrange-needs',
      cites: ['WA-24'],
      says: 'Arrange what the person needs to be able to attend.',
      reading:
        'Able to attend includes an interpreter, access, a ride, child care, a talk about safety, or a way to join from afar, where an invitee asks for it; it is owed wherever the meeting moves.',
      per: perEventSuch(
        happened('InvitationAnswered'),
        anyOf(itHas({ answer: 'needs-help' }), itHas({ needs: answerNeeds })),
        'participant',
      ),
      from: trigger(),
      due: {
        by: earliest(
          word('meeting-time'),
          latest(
            after(trigger(), setting('answerActedWithin')),
            before(word('meeting-time'), setting('answerSettledBefore')),
          ),
        ),
      },
      done: when('recorded-about', { type: 'ActionTaken', kind: 'need-arranged' }),
      ends: anyOf(so('not-awaited'), so('needs-told-anew')),
      ended:
        'ended unmet: the person has said anew what is needed, is not on the list, or the meeting is not ahead any more',
      owner: 'facilitator',
      remind: 'answerReminders',
    },
  ],
  guards: [],
  guidance: [],
  kinds: ['hotline-report', 'child-made-safe', 'reached-another-way'],
});
