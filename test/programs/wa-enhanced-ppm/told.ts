// What is told of a Washington case, in one line each.
import { ZONE, type Told } from '../../support/a-case';

export const hearing = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'HearingHeld',
  on,
  kind: 'dependency-fact-finding',
  outcome: 'dependency-found',
  children: ['c1'],
  ...over,
});
export const facilitator = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'StaffAssigned',
  on,
  staff: 'fac1',
  role: 'facilitator',
  by: 'sup1',
  ...over,
});
export const set = (on: string, startsAt: string, over: Partial<Told> = {}): Told => ({
  type: 'MeetingScheduled',
  on,
  meeting: 'm1',
  kinds: ['ppm'],
  children: ['c1'],
  invitees: ['p1', 'cg1', 'c1'],
  startsAt,
  zone: ZONE,
  ...over,
});
export const held = (on: string, over: Partial<Told> = {}): Told => ({
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
export const contact = (on: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'ContactMade',
  on,
  kind,
  participants: ['p1'],
  ...over,
});
export const added = (on: string, participant: string, role: string, over: Partial<Told> = {}): Told => ({
  type: 'ParticipantAdded',
  on,
  participant,
  role,
  ...over,
});
export const retracted = (on: string, event: string): Told => ({
  type: 'EventRetracted',
  on,
  event,
  reason: 'It was recorded by mistake.',
});
