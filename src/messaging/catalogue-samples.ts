// One of each message that the system can send, about people and places that do not exist. A message that is added to the words
// and not here does not compile.
import type { ComposeInput } from '../activities/messenger';
import { agencySchema } from '../domain/agency';
import type { Intent } from '../domain/ledger';
import type { Person } from '../store/types';
import type { Owed } from '../domain/owed';
import type { Sender } from './facts';
import type { DutyMessage, MeetingMessage } from './templates/words';

export interface Sample {
  readonly name: string;
  readonly input: ComposeInput;
}

export interface Entry {
  /** To whom, and when. */
  readonly says: string;
  readonly samples: readonly Sample[];
}

export const sender: Sender = {
  name: 'Family Meetings Office',
  address: 'meetings@agency.example.org',
  phone: '206-555-0100',
  postal: ['100 Sample Street, Floor 2', 'Springfield, WA 98000'],
  consoleUrl: 'https://cases.agency.example.org/',
};

const ZONE = 'America/Los_Angeles';
const AT = Date.parse('2026-12-01T18:00:00Z');
const CASE = 'case-0123456789abcdef';
const STARTS_AT = '2027-01-05T10:00';

const agency = agencySchema.parse({ id: 'sample', zone: ZONE, staff: [] });

const reader: Person = {
  id: 'p1',
  caseId: CASE,
  name: 'Alex Doe',
  email: 'alex.doe@mail.example.org',
  phone: null,
  language: 'en',
  doNotContact: false,
};
export const worker: Person = {
  ...reader,
  id: 'w1',
  caseId: null,
  name: 'Sam Roe',
  email: 'sam.roe@agency.example.org',
};

function meeting(over: Partial<Intent>, more: Partial<ComposeInput> = {}): ComposeInput {
  const content = { startsAt: STARTS_AT, zone: ZONE, minutes: 90, kinds: ['ppm'], familyTime: true };
  const intent: Intent = {
    key: `${CASE}/m1/p1/invite/0`,
    kind: 'invite',
    to: { kind: 'participant', id: 'p1' },
    topic: 'meeting',
    about: 'm1',
    rung: 'request',
    urgency: 'now',
    due: STARTS_AT,
    method: 'REQUEST',
    sequence: 0,
    content,
    at: AT,
    late: false,
    state: 'wanted',
    ...over,
  };
  return {
    intent,
    caseId: CASE,
    person: reader,
    agency,
    meeting: { ...content, place: 'Community house, room 2' },
    ...more,
  };
}

/** The question which of three times would suit. */
function times(over: Partial<Intent>, more: Partial<ComposeInput> = {}): ComposeInput {
  const { meeting: _meeting, intent, ...rest } = meeting({});
  const { method: _method, sequence: _sequence, content: _content, ...asked } = intent;
  return {
    ...rest,
    intent: {
      ...asked,
      key: `${CASE}/meeting/m1/p1/times/e7/1xk3/ask`,
      topic: 'times',
      rung: 'ask',
      due: '2026-12-14',
      ...over,
    },
    times: { slots: ['2027-01-05T10:00', '2027-01-05T17:30', '2027-01-09T09:00'], zone: ZONE, minutes: 90 },
    ...more,
  };
}

function duty(over: Partial<Intent>): ComposeInput {
  const intent: Intent = {
    key: `${CASE}/wa-enhanced-ppm/ppm/e7/2027-02-04/remind-before-14/w1`,
    kind: 'remind',
    to: { kind: 'staff', id: 'w1' },
    topic: 'duty',
    about: 'wa-enhanced-ppm/ppm/e7',
    rung: 'before-14',
    urgency: 'day',
    due: '2027-02-04',
    at: AT,
    late: false,
    state: 'wanted',
    ...over,
  };
  return {
    intent,
    caseId: CASE,
    person: worker,
    agency,
    dutyText: 'Hold the permanency planning meeting. (WA-07)',
  };
}

const page = 'https://meetings.agency.example.org/answer#a-token-of-the-reader';

export const meetingSamples: Readonly<Record<MeetingMessage, Entry>> = {
  invitation: {
    says: 'To everybody on the list of a meeting, one message each, when it is set.',
    samples: [
      { name: 'with a page for the answer', input: meeting({}, { answer: { url: page, code: 'H7KMPQRT' } }) },
      { name: 'without one; to a youth who may name people', input: meeting({}, { mayName: true }) },
    ],
  },
  change: {
    says: 'To everybody invited, when time, length or list has changed.',
    samples: [
      {
        name: 'the time has moved',
        input: meeting({ sequence: 1, toldBefore: '2027-01-04T17:30' }, { answer: { url: page, code: 'H7KMPQRT' } }),
      },
      { name: 'what was told before is not known', input: meeting({ sequence: 2 }) },
    ],
  },
  cancellation: {
    says: 'To everybody invited, when the meeting is off; to one person, who is no longer on the list.',
    samples: [{ name: 'cancelled', input: meeting({ method: 'CANCEL', rung: 'cancel', sequence: 2 }) }],
  },
  meetingReminder: {
    says: 'To everybody invited, on the days before the meeting that the agency has set (`meetingReminders`).',
    samples: [
      {
        name: 'a week before',
        input: meeting(
          { kind: 'remind', rung: 'before-7', urgency: 'day' },
          { answer: { url: page, code: 'H7KMPQRT' } },
        ),
      },
    ],
  },
  timesAsked: {
    says: 'To everybody who is to come, one message each, while a time is sought.',
    samples: [
      { name: 'with a page for the answer', input: times({}, { answer: { url: page, code: 'H7KMPQRT' } }) },
      { name: 'without one', input: times({}) },
    ],
  },
  timesReminder: {
    says: 'To those who have not answered, on the days before the last day for it that the agency has set (`timesReminders`).',
    samples: [
      {
        name: 'the day before',
        input: times({ kind: 'remind', rung: 'before-1', urgency: 'day' }, { answer: { url: page, code: 'H7KMPQRT' } }),
      },
    ],
  },
};

export const dutySamples: Readonly<Record<DutyMessage, Entry>> = {
  dutyReminder: {
    says: 'To the owner of a duty, before it is due, and again after it.',
    samples: [
      { name: 'before it is due', input: duty({}) },
      { name: 'without a date', input: duty({ due: null, rung: '0m', urgency: 'now' }) },
      { name: 'overdue, and sent late', input: duty({ rung: 'after-8', late: true }) },
    ],
  },
  escalation: {
    says: 'To the supervisor or manager above the owner, when a duty is late or urgent and not done.',
    samples: [
      { name: 'overdue', input: duty({ kind: 'escalate', rung: 'after-1' }) },
      { name: 'without a date', input: duty({ kind: 'escalate', rung: '60m', due: null }) },
    ],
  },
  correction: {
    says: 'To staff who were told a date that no longer holds.',
    samples: [
      { name: 'another date', input: duty({ kind: 'correct', rung: 'correct', toldBefore: '2027-01-20' }) },
      { name: 'no date', input: duty({ kind: 'correct', rung: 'correct', toldBefore: '2027-01-20', due: null }) },
      {
        name: 'a request withdrawn',
        input: duty({
          kind: 'correct',
          rung: 'withdrawn',
          due: null,
          reason: 'the day planned for it moved from 2027-01-20 to 2027-02-10',
        }),
      },
    ],
  },
  signOff: {
    says: 'To the person who may approve or refuse.',
    samples: [
      {
        name: 'asked',
        input: {
          ...duty({ kind: 'requestSignOff', rung: '0d', due: null }),
          decide: { url: 'https://casework.example.org/sign-off#PaGeOfThIsReAdErAlOnE-0123456789abcdefghijk' },
        },
      },
      { name: 'somebody who may not decide', input: duty({ kind: 'requestSignOff', rung: '2d', due: null }) },
    ],
  },
  announcement: {
    says: 'To the case worker and the supervisor, when somebody is assigned whom they must be able to call.',
    samples: [
      {
        name: 'assigned',
        input: {
          ...duty({ kind: 'announce', rung: 'caseworker', due: null, urgency: 'now' }),
          introduced: { name: 'Pat Roe', phone: '+1 555 0147' },
        },
      },
    ],
  },
};

const owed = (caseId: string, says: string, cite: string, due: string | null): Owed => ({
  caseId,
  says,
  cites: [cite],
  due,
});

export const digestSample = {
  at: AT,
  zone: ZONE,
  owed: [
    owed(CASE, 'Hold the permanency planning meeting.', 'WA-07', '2026-12-04'),
    owed(
      CASE,
      'Ask when the family and the key participants can come, and record it before a date is fixed.',
      'WA-24',
      null,
    ),
    owed('case-fedcba9876543210', 'Answer the questions that the contact left open.', 'WA-35', '2026-11-20'),
    owed('case-fedcba9876543210', 'Hold the permanency planning meeting.', 'WA-08', '2026-12-07'),
  ],
};
