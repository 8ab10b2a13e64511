// A case for tests, written as a short story: who, what, when. Dates are civil days in the agency's zone; each event is
// known at noon of its day unless the story says otherwise.
import { agencyOf, agencySchema, type Agency, type AgencyInput } from '../../src/domain/agency';
import { day, instantOf, iso, startOfDay } from '../../src/domain/calendar';
import { admit } from '../../src/domain/admit';
import { caseEventSchema, type Recorded } from '../../src/domain/events';
import type { Obligation } from '../../src/domain/obligation';
import { plan, type Plan } from '../../src/domain/plan';
import type { Program } from '../../src/domain/rule';
import type { Unmet } from '../../src/domain/unmet';

export const ZONE = 'America/Los_Angeles';

export function anAgency(over: Partial<AgencyInput> = {}): Agency {
  return agencyOf(
    agencySchema.parse({
      id: 'agency',
      zone: ZONE,
      staff: [
        { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
        { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
        { id: 'fac1', role: 'facilitator', unit: 'unit-1' },
      ],
      ...over,
    }),
  );
}

/** `{ id, on, known?, by?, ...event }`: `known` is the day (or instant) at which it was recorded. */
export interface Told {
  readonly type: string;
  readonly on: string;
  readonly id?: string;
  readonly known?: string;
  readonly by?: string;
  readonly [field: string]: unknown;
}

export class ACase {
  constructor(
    private readonly programs: readonly Program[],
    private readonly agency: Agency = anAgency(),
    private readonly lines: readonly Recorded[] = [],
  ) {}

  /** Opened on a day, with children `c1`, `c2` … born on these days, a parent `p1` and a caregiver `cg1`; enrolled in all of the
   *  programs, or in some. */
  static opened(
    programs: readonly Program[],
    on: string,
    born: readonly string[] = ['2018-05-01'],
    agency: Agency = anAgency(),
    enrolled: readonly Program[] = programs,
  ): ACase {
    return new ACase(programs, agency).with(
      { type: 'CaseOpened', on, unit: 'unit-1' },
      ...born.map((bornOn, i) => ({ type: 'ChildAdded', on, child: `c${i + 1}`, bornOn })),
      { type: 'ParticipantAdded', on, participant: 'p1', role: 'parent' },
      { type: 'ParticipantAdded', on, participant: 'cg1', role: 'caregiver' },
      ...enrolled.filter((p) => p.id !== 'every-case').map((p) => ({ type: 'ProgramEnrolled', on, program: p.id })),
      { type: 'StaffAssigned', on, staff: 'cw1', role: 'caseworker' },
    );
  }

  with(...told: readonly Told[]): ACase {
    const added = told.map((one, i): Recorded => {
      const { id, known, by, ...event } = one;
      const seq = this.lines.length + i + 1;
      const recordedAt =
        known === undefined
          ? instantOf(day(one.on), '12:00', this.agency.zone)
          : known.length === 10
            ? instantOf(day(known), '12:00', this.agency.zone)
            : Date.parse(known);
      const parsed = caseEventSchema.parse(event);
      return {
        id: id ?? `e${seq}`,
        seq,
        recordedAt,
        by: by ?? 'cw1',
        entry: id ?? `e${seq}`,
        event: { ...parsed, on: one.on },
      };
    });
    return new ACase(this.programs, this.agency, [...this.lines, ...added]);
  }

  get journal(): readonly Recorded[] {
    return this.lines;
  }

  /** The plan at the end of a day, or at an instant. */
  at(when: string): Plan {
    return plan(this.lines, { agency: this.agency, programs: this.programs }, this.moment(when));
  }

  /** What would refuse its last event, or the last few in one request, at the end of a day or at an instant. */
  refusals(when: string, last = 1): Unmet[] {
    return admit({
      journal: this.lines.slice(0, -last),
      added: this.lines.slice(-last),
      context: { agency: this.agency, programs: this.programs },
      caseId: 'case-1',
      now: this.moment(when),
    });
  }

  private moment(when: string): number {
    return when.length === 10 ? startOfDay(day(when) + 1, this.agency.zone) - 1 : Date.parse(when);
  }

  /** The obligations of one duty, as `status due` beside their subjects, in order of due date. */
  owes(
    duty: string,
    when: string,
  ): { subject: string; status: string; due: string | null; notBefore?: string; done?: string }[] {
    return this.obligations(duty, when).map((o) => ({
      subject: o.subject.key,
      status: o.status,
      due: o.due === null ? null : iso(o.due),
      ...(o.notBefore === undefined ? {} : { notBefore: iso(o.notBefore) }),
      ...(o.doneOn === undefined ? {} : { done: iso(o.doneOn) }),
    }));
  }

  obligations(duty: string, when: string): Obligation[] {
    return this.at(when)
      .obligations.filter((o) => o.duty === duty)
      .sort((a, b) => (a.due ?? 0) - (b.due ?? 0) || a.key.localeCompare(b.key));
  }
}
