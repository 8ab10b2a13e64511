// A scenario file -> the agency, the entries in the order in which they became known, and the moments to look.
import type { AgencyData } from '../domain/agency';
import { day, startOfDay } from '../domain/calendar';
import type { TurnEntry } from '../domain/turn';
import type { Scenario } from './format';

export interface Timed {
  readonly at: number;
  readonly entry: TurnEntry;
}

export interface Prepared {
  readonly caseId: string;
  readonly agency: AgencyData;
  readonly entries: readonly Timed[];
  readonly looks: readonly { readonly at: number; readonly label: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly staff: boolean;
    readonly name: string;
    readonly email: string;
  }[];
}

export const SCENARIO_CASE = 'case-scenario';

export function prepare(scenario: Scenario): Prepared {
  const { agency } = scenario;
  const recorder = (by?: string): string =>
    by ?? agency.staff.find((s) => s.role === 'caseworker')?.id ?? agency.staff[0]?.id ?? 'system';
  const opening: TurnEntry = {
    id: 'opening',
    by: recorder(scenario.opened.by),
    events: [
      { type: 'CaseOpened', on: scenario.opened.on, unit: agency.unit },
      ...scenario.children.map((c) => ({
        type: 'ChildAdded',
        on: scenario.opened.on,
        child: c.id,
        bornOn: c.bornOn,
        ...(c.household ? { household: c.household } : {}),
      })),
      ...scenario.participants.map((p) => ({
        type: 'ParticipantAdded',
        on: scenario.opened.on,
        participant: p.id,
        role: p.role,
        ...(p.children ? { children: p.children } : {}),
        ...(p.household ? { household: p.household } : {}),
      })),
      ...scenario.programs.map((program) => ({ type: 'ProgramEnrolled', on: scenario.opened.on, program })),
    ],
  };
  const later = scenario.events.map((e, i): Timed => ({
    at: Date.parse(e.recordedAt),
    entry: {
      id: e.id ?? `entry-${i + 1}`,
      by: recorder(e.by),
      ...(e.tellPast ? { tellPast: true } : {}),
      events: [...(e.event ? [e.event] : []), ...(e.events ?? [])],
    },
  }));
  const entries = [{ at: Date.parse(scenario.opened.recordedAt), entry: opening }, ...later];
  const twice = entries.map((e) => e.entry.id).find((id, i, all) => all.indexOf(id) !== i);
  if (twice !== undefined) throw new Error(`two entries of the scenario have the id ${twice}`);
  return {
    caseId: SCENARIO_CASE,
    agency: {
      id: 'scenario',
      zone: agency.zone,
      holidays: agency.holidays,
      settings: agency.settings,
      staff: agency.staff.map((s) => ({
        id: s.id,
        role: s.role,
        unit: s.unit ?? agency.unit,
        active: s.active ?? true,
        ...(s.workingDays ? { workingDays: s.workingDays } : {}),
        otherFamilies: s.otherFamilies ?? 0,
        ...(s.leavesOn === undefined ? {} : { leavesOn: s.leavesOn }),
        ...(s.absences === undefined ? {} : { absences: s.absences }),
        ...(s.languages === undefined ? {} : { languages: s.languages }),
      })),
    },
    entries: entries
      .map((e, i) => ({ e, i }))
      .sort((a, b) => a.e.at - b.e.at || a.i - b.i)
      .map(({ e }) => e),
    looks: scenario.look
      .map((look) => ({
        at: look.length === 10 ? startOfDay(day(look) + 1, agency.zone) - 1 : Date.parse(look),
        label: look,
      }))
      .sort((a, b) => a.at - b.at),
    people: [
      ...agency.staff.map((s) => ({
        id: s.id,
        staff: true,
        name: s.name ?? s.id,
        email: s.email ?? `${s.id}@staff.example.org`,
      })),
      ...[...scenario.children, ...scenario.participants].map((p) => ({
        id: p.id,
        staff: false,
        name: p.name ?? p.id,
        email: 'email' in p && p.email !== undefined ? p.email : `${p.id}@family.example.org`,
      })),
    ],
  };
}
