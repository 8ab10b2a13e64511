// Intents as the plan writes them, and what a recipient's programs make of the mail that comes of them.
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Mail } from '../../../src/activities/messenger';
import { agencySchema } from '../../../src/domain/agency';
import type { Meeting } from '../../../src/domain/case-file';
import type { Happening } from '../../../src/domain/case-file';
import type { Intent } from '../../../src/domain/ledger';
import type { ComposeInput } from '../../../src/activities/messenger';
import { compose, type Sender } from '../../../src/messaging/compose';
import { sendBySmtp } from '../../../src/messaging/smtp';
import type { Person } from '../../../src/store/types';
import { startSmtpStub } from './smtp-stub';

export const CASE = 'case-8f2e6a0f4bd1c9';
export const AT = Date.parse('2026-12-01T18:00:00Z');

export const sender: Sender = {
  name: 'Family Meetings Office',
  address: 'meetings@agency.example',
  phone: '206-555-0100',
  consoleUrl: 'https://console.agency.example/',
};

export const agency = agencySchema.parse({ id: 'agency', zone: 'America/Los_Angeles', staff: [] });

export const aPerson = (over: Partial<Person> = {}): Person => ({
  id: 'p1',
  caseId: CASE,
  name: 'Rosa Vega',
  email: 'rosa.vega@mail.example',
  phone: null,
  language: 'en',
  doNotContact: false,
  ...over,
});

const anEvent: Happening = {
  id: 'e1',
  type: 'CaseReopened',
  on: 20_000,
  event: { type: 'CaseReopened', reason: 'stands for any event', on: '2026-12-01' },
  knownAt: AT,
  firstKnownAt: AT,
  seq: 1,
  tellPast: false,
  corrected: false,
  by: 'cw1',
};

export const aMeeting = (over: Partial<Meeting> = {}): Meeting => ({
  id: 'm1',
  kinds: ['permanency-planning'],
  children: ['c1'],
  invitees: ['p1', 'p2'],
  staff: [],
  startsAt: '2027-01-05T10:00',
  zone: 'America/Los_Angeles',
  minutes: 90,
  place: 'Community Center, Room 4',
  familyTime: true,
  sessionOf: null,
  status: 'scheduled',
  scheduled: anEvent,
  last: anEvent,
  ...over,
});

export const anInvitation = (
  over: Partial<Intent> = {},
  content: Partial<NonNullable<Intent['content']>> = {},
): Intent => ({
  key: `${CASE}/m1/${over.to?.id ?? 'p1'}/invite/${over.sequence ?? 0}`,
  kind: 'invite',
  to: { kind: 'participant', id: 'p1' },
  topic: 'meeting',
  about: 'm1',
  rung: 'request',
  urgency: 'now',
  due: content.startsAt ?? '2027-01-05T10:00',
  method: 'REQUEST',
  sequence: 0,
  content: {
    startsAt: '2027-01-05T10:00',
    zone: 'America/Los_Angeles',
    minutes: 90,
    kinds: ['permanency-planning'],
    familyTime: true,
    ...content,
  },
  at: AT,
  late: false,
  state: 'wanted',
  ...over,
});

export const aMeetingReminder = (over: Partial<Intent> = {}): Intent => ({
  key: `${CASE}/meeting/m1/p1/remind/2027-01-05T10:00/before-7`,
  kind: 'remind',
  to: { kind: 'participant', id: 'p1' },
  topic: 'meeting',
  about: 'm1',
  rung: 'before-7',
  urgency: 'day',
  due: '2027-01-05T10:00',
  at: AT,
  late: false,
  state: 'wanted',
  ...over,
});

export const aDutyNotice = (over: Partial<Intent> = {}): Intent => ({
  key: `${CASE}/wa-enhanced-ppm/first-ppm/e7/2027-02-04/remind-before-14/cw1`,
  kind: 'remind',
  to: { kind: 'staff', id: 'cw1' },
  topic: 'duty',
  about: 'wa-enhanced-ppm/first-ppm/e7',
  rung: 'before-14',
  urgency: 'day',
  due: '2027-02-04',
  at: AT,
  late: false,
  state: 'wanted',
  ...over,
});

export const anInput = (over: Partial<ComposeInput> = {}): ComposeInput => ({
  intent: anInvitation(),
  caseId: CASE,
  person: aPerson(),
  meeting: aMeeting(),
  agency,
  ...over,
});

export const composed = (over: Partial<ComposeInput> = {}): Mail => compose(anInput(over), sender);

/** Sends through a real connection and gives what arrived. */
export async function arrive(...mails: readonly Mail[]): Promise<{ raw: string; mail: ParsedMail }[]> {
  const stub = await startSmtpStub();
  try {
    for (const mail of mails) expect(await sendBySmtp(mail, stub.options())).toMatchObject({ accepted: true });
    expect(stub.received.map((one) => one.to)).toEqual(mails.map((mail) => [mail.to]));
    return await Promise.all(
      stub.received.map(async ({ raw }) => ({ raw: raw.toString('utf8'), mail: await simpleParser(raw) })),
    );
  } finally {
    await stub.close();
  }
}
