// Four invented families in the meeting program, whose dates lie around today: one meeting due in three days, one overdue, one case just opened, and
// one whose facilitator is above capacity.
import { iso, type Day } from '../domain/calendar';
import { SAMPLE_ZONE } from './agency';

export interface SampleStep {
  readonly name: string;
  readonly by: string;
  readonly path: string;
  readonly body: object;
}

/** Ids of the opening are not known before it is answered. */
export interface SampleFamily {
  readonly name: string;
  readonly opening: SampleStep;
  readonly next?: (ids: Readonly<Record<string, string>>, caseId: string) => readonly SampleStep[];
}

export function meetingFamilies(today: Day): readonly SampleFamily[] {
  const ago = (days: number): string => iso(today - days);
  const program = ['wa-enhanced-ppm'];
  const hearing = (daysAgo: number, children: readonly string[]) => ({
    type: 'HearingHeld',
    on: ago(daysAgo),
    kind: 'dependency-fact-finding',
    outcome: 'dependency-found',
    children,
  });
  const contact = (participants: readonly string[], daysAgo: number) => ({
    type: 'ContactMade',
    on: ago(daysAgo),
    kind: 'preliminary',
    participants,
    channel: 'phone',
  });

  return [
    {
      name: 'due soon',
      opening: {
        name: 'due-soon',
        by: 'ana',
        path: '/v1/cases',
        body: {
          unit: 'north',
          openedOn: ago(40),
          programs: program,
          children: [{ name: 'Mara Ellison', bornOn: ago(365 * 13 + 60), email: 'mara.ellison@example.org' }],
          participants: [
            { name: 'Joan Ellison', role: 'parent', email: 'joan.ellison@example.org' },
            { name: 'Inés Tavares', role: 'caregiver', email: 'ines.tavares@example.org', language: 'es' },
            { name: 'Pilar Ellison', role: 'kin' },
            { name: 'Ivo Brandt', role: 'attorney', email: 'ivo.brandt@example.org' },
            // By text, from the development gateway.
            {
              name: 'Nell Achebe',
              role: 'guardian-ad-litem',
              email: 'nell.achebe@example.org',
              phone: '206-555-0147',
              channels: ['sms', 'email'],
            },
          ],
          staff: { caseworker: 'ana' },
          events: [
            hearing(27, ['child:1']),
            { type: 'StaffAssigned', on: ago(25), staff: 'emil', role: 'facilitator' },
            contact(['participant:1', 'child:1'], 20),
            contact(['participant:2'], 19),
            { type: 'ContactMade', on: ago(19), kind: 'preliminary', staff: ['ana'], channel: 'phone' },
            {
              type: 'AvailabilityRecorded',
              on: ago(19),
              participants: ['participant:1', 'participant:2'],
              preferred: 'After five in the evening, on any day.',
            },
          ],
        },
      },
      next: (ids, caseId) => [
        {
          name: 'due-soon-meeting',
          by: 'emil',
          path: `/v1/cases/${caseId}/meetings`,
          body: {
            kinds: ['ppm'],
            children: [ids['child:1']],
            invitees: [
              'participant:1',
              'participant:2',
              'participant:3',
              'participant:4',
              'participant:5',
              'child:1',
            ].map((alias) => ids[alias]),
            startsAt: `${iso(today + 2)}T17:30`,
            zone: SAMPLE_ZONE,
            minutes: 90,
            place: 'Community house, room 2',
          },
        },
      ],
    },
    {
      name: 'overdue',
      opening: {
        name: 'overdue',
        by: 'ben',
        path: '/v1/cases',
        body: {
          unit: 'north',
          openedOn: ago(60),
          programs: program,
          children: [
            { name: 'Otis Varga', bornOn: ago(365 * 6 + 200) },
            { name: 'Lena Varga', bornOn: ago(365 * 3 + 20) },
          ],
          participants: [
            { name: 'Marek Varga', role: 'parent', email: 'marek.varga@example.org' },
            { name: 'Susan Bell', role: 'caregiver', email: 'susan.bell@example.org' },
          ],
          staff: { caseworker: 'ben' },
          events: [
            hearing(45, ['child:1', 'child:2']),
            { type: 'StaffAssigned', on: ago(43), staff: 'emil', role: 'facilitator' },
          ],
          tellPast: true,
        },
      },
    },
    {
      name: 'just opened',
      opening: {
        name: 'just-opened',
        by: 'ana',
        path: '/v1/cases',
        body: {
          unit: 'north',
          programs: program,
          children: [{ name: 'Tam Nguyen', bornOn: ago(365 * 9 + 130) }],
          participants: [{ name: 'Linh Nguyen', role: 'parent', email: 'linh.nguyen@example.org' }],
          staff: { caseworker: 'ana' },
        },
      },
    },
    {
      name: 'facilitator above capacity',
      opening: {
        name: 'above-capacity',
        by: 'ben',
        path: '/v1/cases',
        body: {
          unit: 'north',
          openedOn: ago(12),
          programs: program,
          children: [{ name: 'Noor Haddad', bornOn: ago(365 * 15 + 10), email: 'noor.haddad@example.org' }],
          participants: [
            { name: 'Samir Haddad', role: 'parent', email: 'samir.haddad@example.org' },
            { name: 'Ruth Adler', role: 'casa', email: 'ruth.adler@example.org' },
          ],
          staff: { caseworker: 'ben' },
          events: [hearing(8, ['child:1'])],
        },
      },
      next: (_ids, caseId) => [
        {
          name: 'above-capacity-assignment',
          by: 'ben',
          path: `/v1/cases/${caseId}/events`,
          body: { events: [{ type: 'StaffAssigned', staff: 'fay', role: 'facilitator' }] },
        },
      ],
    },
  ];
}
