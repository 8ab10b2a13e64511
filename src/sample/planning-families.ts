// Families in the four programs that plan for permanency otherwise than by meetings: their dates lie around today too.
import { iso, type Day } from '../domain/calendar';
import { SAMPLE_ZONE } from './agency';
import type { SampleFamily } from './families';

export function planningFamilies(today: Day): readonly SampleFamily[] {
  const ago = (days: number): string => iso(today - days);
  return [
    {
      // The initial plan is due in three days; the referral to P3 waits for the supervisor's approval.
      name: 'a youth in two programs',
      opening: {
        name: 'youth',
        by: 'ana',
        path: '/v1/cases',
        body: {
          unit: 'north',
          openedOn: ago(58),
          programs: ['la-p3', 'ca-case-planning'],
          children: [{ name: 'Dario Quintana', bornOn: ago(365 * 15 + 40), email: 'dario.quintana@example.org' }],
          participants: [
            { name: 'Rosa Quintana', role: 'parent', email: 'rosa.quintana@example.org', language: 'es' },
            { name: 'Bea Thornton', role: 'caregiver', email: 'bea.thornton@example.org' },
          ],
          staff: { caseworker: 'ana' },
          events: [
            { type: 'ContactMade', on: ago(57), kind: 'face-to-face', channel: 'in-person', children: ['child:1'] },
            {
              type: 'DocumentCompleted',
              on: ago(9),
              document: 'court-report-1',
              kind: 'court-report',
              children: ['child:1'],
            },
            { type: 'CircumstanceRecorded', on: ago(8), kind: 'p3-candidate', children: ['child:1'] },
          ],
        },
      },
      next: (ids, caseId) => [
        {
          name: 'youth-referral',
          by: 'ana',
          path: `/v1/cases/${caseId}/events`,
          body: {
            events: [
              {
                type: 'DocumentCompleted',
                document: 'referral-1',
                kind: 'dcfs-5122-a',
                children: [ids['child:1']],
                attached: ['court-report-1'],
              },
            ],
          },
        },
      ],
    },
    {
      // In care for 24 days: the Social Service Plan, the treatment plan and the first CS-1 are due in six.
      name: 'a child new in care',
      opening: {
        name: 'new-in-care',
        by: 'ben',
        path: '/v1/cases',
        body: {
          unit: 'north',
          openedOn: ago(24),
          programs: ['mo-permanency'],
          children: [{ name: 'June Abernathy', bornOn: ago(365 * 7 + 15) }],
          participants: [
            { name: 'Walt Abernathy', role: 'parent', email: 'walt.abernathy@example.org' },
            { name: 'Opal Reyes', role: 'kin', email: 'opal.reyes@example.org' },
          ],
          staff: { caseworker: 'ben' },
          events: [
            { type: 'CustodyReceived', on: ago(24), children: ['child:1'] },
            { type: 'EnteredCare', on: ago(24), children: ['child:1'] },
            { type: 'PlacementChanged', on: ago(24), children: ['child:1'], kind: 'kin', caregiver: 'participant:2' },
            {
              type: 'MeetingScheduled',
              on: ago(23),
              meeting: 'meeting:1',
              kinds: ['72-hour'],
              children: ['child:1'],
              invitees: ['participant:1', 'participant:2'],
              startsAt: `${ago(22)}T10:00`,
              zone: SAMPLE_ZONE,
            },
            { type: 'GoalSet', on: ago(22), children: ['child:1'], goal: 'reunification', staff: ['carla'] },
            {
              type: 'MeetingHeld',
              on: ago(22),
              meeting: 'meeting:1',
              attendance: [
                { participant: 'participant:1', how: 'present' },
                { participant: 'participant:2', how: 'present' },
              ],
            },
          ],
        },
      },
    },
    {
      // The return is planned in 36 days: the Family Team meeting and the Safety Analysis and Plan are due in six.
      name: 'a return home is planned',
      opening: {
        name: 'return-planned',
        by: 'ana',
        path: '/v1/cases',
        body: {
          unit: 'north',
          openedOn: ago(200),
          programs: ['wi-permanency-support'],
          children: [
            { name: 'Milo Fairbanks', bornOn: ago(365 * 5 + 90), household: 'home-1' },
            { name: 'Tess Fairbanks', bornOn: ago(365 * 8 + 10), household: 'home-1' },
          ],
          participants: [
            { name: 'Ada Fairbanks', role: 'parent', household: 'home-1', email: 'ada.fairbanks@example.org' },
          ],
          staff: { caseworker: 'ana' },
          events: [
            { type: 'ChildRemoved', on: ago(200), children: ['child:1', 'child:2'] },
            {
              type: 'LegalStatusChanged',
              on: ago(190),
              children: ['child:1', 'child:2'],
              status: 'chips-order',
              expiresOn: ago(-175),
            },
            {
              type: 'ReunificationPlanned',
              children: ['child:1', 'child:2'],
              household: 'home-1',
              plannedFor: ago(-36),
            },
          ],
        },
      },
    },
  ];
}
