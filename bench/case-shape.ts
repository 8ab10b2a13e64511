// The case that is measured: one family on the enhanced permanency planning meeting program, its first meeting held, asleep until
// the facilitator is reminded to set the next one. It is the real program over a real store; only the mail goes nowhere.
import { randomBytes } from 'node:crypto';
import { createActivities } from '../src/activities';
import type { CaseActivities } from '../src/activities/ports';
import type { Clock } from '../src/activities/clock';
import { agencySchema, type AgencyInput } from '../src/domain/agency';
import { answerLinksWith } from '../src/platform/answer-links';
import { programs } from '../src/programs';
import type { Store } from '../src/store/types';
import type { Entry } from '../src/workflows/messages';

const ZONE = 'America/Los_Angeles';
const STAFF = ['caseworker', 'supervisor', 'facilitator'] as const;

/** In the time of the domain: everything up to the meeting is recorded, and the one reminder of the wake that is measured. */
export const RECORDED_AT = Date.parse('2027-02-10T20:00:00Z');
export const REMINDED_AT = Date.parse('2027-04-02T15:00:00Z');

export const newCaseId = (): string => `case-${randomBytes(16).toString('hex')}`;

export async function keepAgency(store: Store, settings: AgencyInput['settings'] = {}): Promise<void> {
  const staff = STAFF.map((role) => ({ id: role, role, unit: 'unit-1' }));
  await store.saveAgency(agencySchema.parse({ id: 'agency', zone: ZONE, settings, staff }));
  for (const id of STAFF)
    await store.savePerson({
      id,
      caseId: null,
      name: id,
      email: `${id}@staff.example.org`,
      phone: null,
      language: 'en',
      doNotContact: false,
    });
}

export const opening: Entry = {
  id: 'opening',
  by: 'caseworker',
  events: [
    { type: 'CaseOpened', on: '2027-01-04', unit: 'unit-1' },
    { type: 'ChildAdded', on: '2027-01-04', child: 'c1', bornOn: '2018-05-01' },
    { type: 'ParticipantAdded', on: '2027-01-04', participant: 'p1', role: 'parent' },
    { type: 'ProgramEnrolled', on: '2027-01-04', program: 'wa-enhanced-ppm' },
    { type: 'StaffAssigned', on: '2027-01-04', staff: 'caseworker', role: 'caseworker' },
    {
      type: 'HearingHeld',
      on: '2027-01-06',
      kind: 'dependency-fact-finding',
      children: ['c1'],
      outcome: 'dependency-found',
    },
    { type: 'StaffAssigned', on: '2027-01-07', staff: 'facilitator', role: 'facilitator' },
    {
      type: 'ContactMade',
      on: '2027-01-08',
      kind: 'preliminary',
      participants: ['p1', 'c1'],
      staff: ['facilitator'],
    },
    {
      type: 'MeetingScheduled',
      on: '2027-01-10',
      meeting: 'm1',
      kinds: ['ppm'],
      children: ['c1'],
      invitees: ['p1', 'c1'],
      startsAt: '2027-02-01T17:30',
      zone: ZONE,
    },
    { type: 'ContactMade', on: '2027-01-20', kind: 'advance', participants: ['p1', 'c1'], explained: true },
    {
      type: 'MeetingHeld',
      on: '2027-02-01',
      meeting: 'm1',
      attendance: [{ participant: 'p1', how: 'present' }],
      familyTime: true,
      familyPlan: 'Our own plan.',
    },
  ],
};

/** The domain's moment `domain` falls on `real`. */
export const clockAt = (domain: number, real: number): Clock => ({
  toDomain: (ms) => ms - real + domain,
  fromDomain: (ms) => ms - domain + real,
});

/** The activities of the product; `sent` is called in the place of the mail server. */
export function activitiesOver(store: Store, clock: Clock, sent: (caseId: string) => void): CaseActivities {
  return createActivities({
    store,
    programs,
    clock,
    links: answerLinksWith(Buffer.alloc(32, 1), 'http://127.0.0.1:3000'),
    messenger: {
      compose: ({ intent, caseId, person }) => ({
        to: person.email ?? '',
        subject: intent.kind,
        text: caseId,
        messageId: `<${intent.key}>`,
        date: new Date(intent.at),
      }),
      composeDigest: () => {
        throw new Error('this agency has no daily list');
      },
      send: ({ text }) => {
        sent(text);
        return Promise.resolve({ accepted: true, response: '250 2.0.0 OK' });
      },
    },
  });
}

/** Puts the opening on record, as a case restarted from its journal would find it. */
export async function record(activities: CaseActivities, caseId: string, clock: Clock): Promise<void> {
  const step = await activities.advance({ caseId, entries: [opening], now: clock.fromDomain(RECORDED_AT) });
  const refused = step.outcomes.find((outcome) => !outcome.accepted);
  if (refused) throw new Error(`the opening was refused: ${JSON.stringify(refused.unmet)}`);
}
