// A sketch as a program of one rule: its example is told to a case, or its guard asked.
import { day, iso, startOfDay } from '../../src/domain/calendar';
import { admit } from '../../src/domain/admit';
import { program, type Program } from '../../src/domain/rule';
import type { Unmet } from '../../src/domain/unmet';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import type { Sketch } from './sketch';

const agency = anAgency({
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'p3w1', role: 'p3-worker', unit: 'unit-1' },
    { id: 'p3w2', role: 'p3-worker', unit: 'unit-1' },
    { id: 'p3s1', role: 'p3-supervisor', unit: 'unit-1' },
  ],
});

function programOf(id: string, sketch: Sketch): Program {
  const told = [...sketch.example.told, ...(sketch.example.acceptedAfter ?? [])];
  return program({
    id,
    title: id,
    edition: 'sketch',
    document: id,
    effective: { from: '2000-01-01' },
    settings: sketch.settings ?? {},
    duties: sketch.duty ? [sketch.duty] : [],
    guards: sketch.guard ? [sketch.guard] : [],
    guidance: [],
    // The example may tell of things that only other rules of the program know.
    kinds: told.flatMap((one) => (typeof one['kind'] === 'string' ? [one['kind']] : [])),
  });
}

function story(id: string, { example, ...sketch }: Sketch): { programs: readonly Program[]; opened: ACase } {
  const programs = [programOf(id, { example, ...sketch })];
  return { programs, opened: ACase.opened(programs, example.opened ?? '2026-01-02', example.born, agency) };
}

export interface Owed {
  readonly subject: string;
  readonly status: string;
  readonly due: string | null;
  readonly notBefore?: string;
}

/** What the duty of the sketch owes at the end of the day of looking; of siblings and steps the last part of the subject is named. */
export function owed(id: string, sketch: Sketch): Owed[] {
  const { opened } = story(id, sketch);
  return opened
    .with(...sketch.example.told)
    .obligations(sketch.duty!.id, sketch.example.look)
    .map((o) => ({
      subject: o.subject.key,
      status: o.status,
      due: o.due === null ? null : iso(o.due),
      ...(o.notBefore === undefined ? {} : { notBefore: iso(o.notBefore) }),
    }));
}

/** What stands against the last of these events, the others having been recorded. */
export function unmetBy(id: string, sketch: Sketch, told: readonly Told[]): Unmet[] {
  const { opened, programs } = story(id, sketch);
  const before = opened.with(...told.slice(0, -1));
  const all = opened.with(...told);
  return admit({
    journal: before.journal,
    added: all.journal.slice(before.journal.length),
    context: { agency, programs },
    caseId: 'case-1',
    now: startOfDay(day(sketch.example.look) + 1, ZONE) - 1,
  });
}
