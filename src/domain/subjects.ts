// Whom and what a duty of a program concerns: who is enrolled, and one subject for each child, household, person or event.
import { inOrder, participantsOn, type CaseFile, type Happening } from './case-file';
import type { Subject } from './obligation';
import { staysOf } from './stays';
import type { Duty, Every, Program } from './rule';
import type { View } from './view';

interface Enrolment {
  readonly children: readonly string[] | null;
}

export function enrolledOn(program: Program, view: View): Enrolment | null {
  if (program.id === 'every-case') return { children: null };
  const all = (view.file.byType.get('ProgramEnrolled') ?? []).filter(
    (h) => h.event.type === 'ProgramEnrolled' && h.event.program === program.id,
  );
  if (all.length === 0) return null;
  const lists = all.map((h) => (h.event.type === 'ProgramEnrolled' ? h.event.children : undefined));
  return { children: lists.some((l) => l === undefined) ? null : lists.flatMap((l) => l ?? []) };
}

/** What ended the enrolment (of the child), unless it was enrolled again since. */
export function leftBy(program: Program, view: View, child: string | undefined): Happening | null {
  const left = (view.file.byType.get('ProgramEnded') ?? []).findLast(
    (h) =>
      h.event.type === 'ProgramEnded' &&
      h.event.program === program.id &&
      (h.event.children === undefined || (child !== undefined && h.event.children.includes(child))),
  );
  if (!left) return null;
  const entered = (view.file.byType.get('ProgramEnrolled') ?? []).findLast(
    (h) =>
      h.event.type === 'ProgramEnrolled' &&
      h.event.program === program.id &&
      (h.event.children === undefined || child === undefined || h.event.children.includes(child)),
  );
  return entered && left.on >= entered.on ? left : null;
}

/** The children whom a subject concerns, where it is none itself; null: all. */
export function childrenOf({ participant, trigger }: Subject, view: View): readonly string[] | null {
  const person = participant === undefined ? undefined : view.file.participants.get(participant);
  return person?.children ?? (trigger?.event as { children?: readonly string[] } | undefined)?.children ?? null;
}

const membersOf = (file: CaseFile, household: string): readonly string[] =>
  [...file.children.values()].filter((c) => c.household === household).map((c) => c.id);

/** The closing for the child; for a household, with that of the last of its children; else that of the case. */
export function closingOf(file: CaseFile, { child, household }: Subject): Happening | null {
  const own = child !== undefined ? [child] : household !== undefined ? membersOf(file, household) : [];
  const closings = own.map((c) => file.childClosed.get(c));
  const last = closings.reduce((a, b) => (a && b ? (a.on >= b.on ? a : b) : undefined), closings[0]);
  return last ?? file.closed;
}

/** What ended the enrolment on which a duty stands, whatever came later: another enrolment has a duty of its own. */
export function leftThen(program: Program, view: View, { child, trigger }: Subject): Happening | null {
  if (trigger?.event.type !== 'ProgramEnrolled') return null;
  const ends = (h: Happening): boolean =>
    h.event.type === 'ProgramEnded' &&
    h.event.program === program.id &&
    (child === undefined || h.event.children === undefined || h.event.children.includes(child));
  return (view.file.byType.get('ProgramEnded') ?? []).find((h) => ends(h) && inOrder(trigger, h) < 0) ?? null;
}

/** What ended the enrolment of all whom a subject concerns: they may have left one by one. */
export function leftFor(program: Program, view: View, subject: Subject): Happening | null {
  if (subject.trigger?.event.type === 'ProgramEnrolled') return leftThen(program, view, subject);
  const together = leftBy(program, view, subject.child);
  if (together || subject.child !== undefined) return together;
  const concerned = (subject.household === undefined ? null : membersOf(view.file, subject.household)) ??
    childrenOf(subject, view) ??
    enrolledOn(program, view)?.children ?? [...view.file.children.keys()];
  let last: Happening | null = null;
  for (const child of concerned) {
    const left = leftBy(program, view, child);
    if (!left) return null;
    if (!last || left.on > last.on) last = left;
  }
  return last;
}

export function subjectsOf(duty: Duty, view: View): Subject[] {
  const { per } = duty;
  const { file } = view;
  switch (per.per) {
    case 'case':
      return [{ key: 'case' }];
    case 'child':
      return [...file.children.keys()].map((child) => ({ key: `child:${child}`, child }));
    case 'stay':
      return [...file.children.keys()].flatMap((child) =>
        staysOf(file, child).map((stay) => ({ key: `child:${child}`, child, trigger: stay.began, stay })),
      );
    case 'household': {
      const households = new Set([...file.children.values()].flatMap((c) => c.household ?? []));
      return [...households].map((household) => ({ key: `household:${household}`, household }));
    }
    case 'participant':
      // Those who have left the case keep what was met, and owe nothing more: `endOf` sees to it.
      return [...file.participants.values()]
        .filter((p) => per.roles.includes(p.role))
        .map((p) => ({ key: `${p.role}:${p.id}`, participant: p.id }));
    case 'event':
      return view.matching(per.of, { key: 'case' }).flatMap((trigger) => {
        const key = `event:${trigger.id}`;
        const all: Subject[] =
          per.every === undefined
            ? [{ key, trigger }]
            : everyOf(per.every, trigger, view).map((one) => ({ ...one, key: `${key}/${one.key}`, trigger }));
        const { such } = per;
        return such ? all.filter((subject) => view.holds(such, { subject })) : all;
      });
  }
}

export function everyOf(every: Every, trigger: Happening, view: View): Subject[] {
  const e = trigger.event as {
    children?: readonly string[];
    child?: string;
    meeting?: string;
    participant?: string;
    participants?: readonly string[];
    household?: string;
    recipient?: string;
  };
  if (every === 'recipient') return e.recipient === undefined ? [] : [{ key: e.recipient, participant: e.recipient }];
  if (every === 'child') {
    const children = e.children ?? (e.child === undefined ? [...view.file.children.keys()] : [e.child]);
    return children.map((child) => ({ key: child, child }));
  }
  if (every === 'invitee') {
    const meeting = e.meeting === undefined ? undefined : view.file.meetings.get(e.meeting);
    return (meeting?.invitees ?? []).map((participant) => ({ key: participant, participant }));
  }
  if (every === 'participant')
    return (e.participants ?? (e.participant === undefined ? [] : [e.participant])).map((participant) => ({
      key: participant,
      participant,
    }));
  if (every === 'participant-and-child')
    return everyOf('participant', trigger, view).flatMap((person) =>
      everyOf('child', trigger, view).map((child) => ({ ...person, ...child, key: `${person.key}/${child.key}` })),
    );
  if (every === 'household') {
    const children = e.children ?? [...view.file.children.keys()];
    const households = e.household
      ? [e.household]
      : children.flatMap((c) => view.file.children.get(c)?.household ?? []);
    // Nobody said where the children live: one duty for the family.
    if (households.length === 0) return [{ key: 'family' }];
    return [...new Set(households)].map((household) => ({ key: household, household }));
  }
  const concerned = e.children;
  if ('named' in every) {
    const named = participantsOn(view.file, Math.max(trigger.on, view.today), every.named).filter((p) =>
      e.participants?.includes(p.id),
    );
    if (named.length > 0) return named.map((p) => ({ key: p.id, participant: p.id }));
  }
  return participantsOn(view.file, Math.max(trigger.on, view.today), 'named' in every ? every.otherwise : every)
    .filter((p) => concerned === undefined || p.children === null || p.children.some((c) => concerned.includes(c)))
    .map((p) => ({ key: p.id, participant: p.id }));
}
