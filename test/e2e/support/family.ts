// A family as a case worker enters it; each test opens one of its own.
import { inDays, ZONE } from './office';

/** The hearing was five days ago: the first meeting is due in twenty-five. */
export const family = (mark: string, over: object = {}): object => ({
  unit: 'north',
  openedOn: inDays(-8),
  programs: ['wa-enhanced-ppm'],
  children: [{ name: `Ada ${mark}`, bornOn: '2018-01-15' }],
  participants: [
    { name: `Berta ${mark}`, role: 'parent', email: mailOf('berta', mark) },
    { name: `Cleo ${mark}`, role: 'caregiver', email: mailOf('cleo', mark) },
  ],
  staff: { caseworker: 'ana' },
  events: [
    {
      type: 'HearingHeld',
      on: inDays(-5),
      kind: 'dependency-fact-finding',
      outcome: 'dependency-found',
      children: ['child:1'],
    },
  ],
  ...over,
});

export const mailOf = (who: string, mark: string): string => `${who}.${mark.toLowerCase()}@example.org`;

export const meeting = (ids: Readonly<Record<string, string>>, over: object = {}): object => ({
  kinds: ['ppm'],
  children: [ids['child:1']],
  invitees: [ids['participant:1'], ids['participant:2']],
  startsAt: `${inDays(10)}T17:30`,
  zone: ZONE,
  minutes: 90,
  place: 'Community house, room 2',
  ...over,
});
