// A duty of a program, applied to a case: which obligations there are, since when, until when, met or not.
import { addMonths, endOfMonth, iso, startOfMonth, type Day } from './calendar';
import { assignmentOn, participantsOn, type CaseFile, type Happening } from './case-file';
import type { Obligation, Owner, Status, Subject, Why } from './obligation';
import type { Duty, Every, Program } from './rule';
import type { DateAnswer, DoneAnswer, Frame, View } from './view';

const MOST_CYCLES = 2000;
/** A duty for each event is not listed for those that it was not meant for. */
const CONDITION_FAILS = 'the condition of the rule does not hold';

interface Ending {
  readonly on: Day;
  readonly says: string;
}

export function obligationsOf(program: Program, duty: Duty, view: View): Obligation[] {
  const since = enrolledOn(program, view);
  if (!since) return [];
  return subjectsOf(duty, view)
    .filter(
      (subject) => since.children === null || subject.child === undefined || since.children.includes(subject.child),
    )
    .flatMap((subject) =>
      duty.listed === 'unless-met' && metInTime(duty, view, subject) ? [] : forSubject(program, duty, view, subject),
    )
    .filter((o) => duty.per.per !== 'event' || o.reason !== CONDITION_FAILS);
}

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

function subjectsOf(duty: Duty, view: View): Subject[] {
  const { per } = duty;
  const { file } = view;
  switch (per.per) {
    case 'case':
      return [{ key: 'case' }];
    case 'child':
      return [...file.children.keys()].map((child) => ({ key: `child:${child}`, child }));
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
        if (per.such && !view.holds(per.such, { subject: { key, trigger } })) return [];
        if (per.every === undefined) return [{ key, trigger }];
        return everyOf(per.every, trigger, view).map((one) => ({ ...one, key: `${key}/${one.key}`, trigger }));
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
  };
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
  return participantsOn(view.file, Math.max(trigger.on, view.today), every)
    .filter((p) => concerned === undefined || p.children === null || p.children.some((c) => concerned.includes(c)))
    .map((p) => ({ key: p.id, participant: p.id }));
}

/** Read first and without an obligation, because there are thousands of these and nearly all were met. */
function metInTime(duty: Duty, view: View, subject: Subject): boolean {
  const { due } = duty;
  const opened = view.date(duty.from, { subject });
  if (!opened.known || 'within' in due) return false;
  const frame: Frame = { subject, opened };
  const alternatives = duty.done.done === 'any' ? duty.done.of : [duty.done];
  return alternatives.some((one) => {
    const done = view.met(one, frame);
    // Nothing is due before it opens: on that day it is in time, whatever the date.
    if (!done.done || 'none' in due || done.day <= opened.day) return done.done;
    const by = view.date(due.by, frame);
    return by.known && !isLate(done, by);
  });
}

function isLate(done: DoneAnswer & { done: true }, due: DateAnswer & { known: true }): boolean {
  return due.at !== undefined && done.at !== undefined ? done.at > due.at : done.day > due.day;
}

function forSubject(program: Program, duty: Duty, view: View, subject: Subject): Obligation[] {
  const frame: Frame = { subject };
  const opened = view.date(duty.from, frame);
  const build = builder(program, duty, view, subject);
  if (!opened.known) {
    if (duty.only && !view.holds(duty.only, frame)) return [];
    if (endOf(program, duty, view, frame)) return [];
    return [
      build({
        anchor: 'unknown',
        opened: null,
        status: 'unknown',
        missing: opened.missing,
        reason: `waits for: ${opened.missing.map((m) => m.fact).join(', ')}`,
      }),
    ];
  }
  if (duty.repeat && 'monthly' in duty.repeat) return monthly(program, duty, view, subject, opened, build);

  const list: Obligation[] = [];
  let anchor = opened;
  for (let cycle = 0; cycle < MOST_CYCLES; cycle++) {
    const within: Frame = { subject, opened: anchor };
    const dates = dueOf(duty, view, within, cycle);
    const notBefore = dates.from?.day;
    const done = view.met(duty.done, within, notBefore);
    const one = judge(program, duty, view, within, anchor, dates, done, build);
    list.push(one);
    if (!duty.repeat || 'monthly' in duty.repeat) break;
    const grid =
      'every' in duty.repeat &&
      (typeof duty.repeat.after === 'object'
        ? view.setting(duty.repeat.after.setting) === 'due'
        : duty.repeat.after === 'due');
    if (one.status === 'waived' && one.due !== null) {
      anchor = {
        known: true,
        day: one.due,
        why: {
          of: 'word',
          says: `the waived date ${iso(one.due)}`,
          from: [anchor.why],
          anchor: `${anchorName(anchor.why)}+${iso(one.due)}`,
          day: one.due,
        },
      };
    } else if (done.done && done.by[0] !== undefined) {
      const by = done.by.at(-1)!;
      const why: Why = { of: 'event', event: by, day: by.on };
      anchor = { known: true, day: done.day, ...(done.at === undefined ? {} : { at: done.at }), why };
      if (grid && one.due !== null)
        anchor = {
          known: true,
          day: one.due,
          why: { of: 'word', says: `the due date ${iso(one.due)} that it met`, from: [why], day: one.due },
        };
    } else break;
    // Nothing follows an end.
    const ending = endOf(program, duty, view, { subject, asOf: anchor.day });
    if (ending && ending.on <= anchor.day) break;
  }
  return list;
}

interface Dates {
  readonly due: (DateAnswer & { known: true }) | null;
  readonly from: (DateAnswer & { known: true }) | null;
  readonly missing: DateAnswer | null;
  readonly none?: string;
}

function dueOf(duty: Duty, view: View, frame: Frame, cycle: number): Dates {
  if (cycle > 0 && duty.repeat && 'every' in duty.repeat) {
    const next = view.date({ when: 'shift', from: { when: 'opened' }, by: duty.repeat.every, sign: 1 }, frame);
    return next.known ? { due: next, from: null, missing: null } : { due: null, from: null, missing: next };
  }
  if ('none' in duty.due) return { due: null, from: null, missing: null, none: duty.due.none };
  if ('by' in duty.due) {
    const due = view.date(duty.due.by, frame);
    return due.known ? { due, from: null, missing: null } : { due: null, from: null, missing: due };
  }
  const [from, to] = duty.due.within.map((when) => view.date(when, frame));
  if (!from?.known || !to?.known) return { due: null, from: null, missing: from && !from.known ? from : to! };
  return { due: to, from, missing: null };
}

interface Parts {
  readonly anchor: string;
  readonly opened: Day | null;
  readonly status: Status;
  readonly due?: (DateAnswer & { known: true }) | null;
  readonly notBefore?: Day;
  readonly done?: DoneAnswer;
  readonly missing?: Obligation['missing'];
  readonly reason?: string;
  readonly waiver?: Obligation['waiver'];
  readonly why?: readonly Why[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function builder(program: Program, duty: Duty, view: View, subject: Subject) {
  // Assigned one by one: there may be thousands of these.
  return (parts: Parts): Obligation => {
    const one: Writable<Obligation> = {
      key: `${program.id}/${duty.id}/${subject.key}/${parts.anchor}`,
      group: `${program.id}/${duty.id}/${parts.anchor}`,
      program: program.id,
      edition: program.edition,
      duty: duty.id,
      cites: duty.cites,
      says: duty.says,
      strength: duty.strength ?? 'must',
      subject,
      owner: view.once(`owner|${duty.owner}|${subject.child ?? ''}`, () => ownerOf(duty.owner, view, subject.child)),
      status: parts.status,
      due: parts.due?.day ?? null,
      openedOn: parts.opened,
      why: parts.why ?? (parts.due ? [parts.due.why] : []),
      remind: duty.remind ?? 'reminders',
      signOff: duty.signOff === true,
      chase: duty.chase !== false,
    };
    if (duty.reading) one.reading = duty.reading;
    if (duty.escalate) one.escalate = duty.escalate;
    if (parts.due?.at !== undefined) one.dueAt = parts.due.at;
    if (parts.notBefore !== undefined) one.notBefore = parts.notBefore;
    if (parts.done?.done) {
      one.doneOn = parts.done.day;
      one.doneBy = parts.done.by;
    }
    if (parts.missing) one.missing = parts.missing;
    if (parts.reason !== undefined) one.reason = parts.reason;
    if (parts.waiver) one.waiver = parts.waiver;
    return one;
  };
}

function judge(
  program: Program,
  duty: Duty,
  view: View,
  frame: Frame,
  anchor: DateAnswer & { known: true },
  dates: Dates,
  done: DoneAnswer,
  build: (parts: Parts) => Obligation,
): Obligation {
  const at = anchorName(anchor.why);
  const base = {
    anchor: at,
    opened: anchor.day,
    due: dates.due,
    ...(dates.from ? { notBefore: dates.from.day } : {}),
    why: [anchor.why, ...(dates.from ? [dates.from.why] : []), ...(dates.due ? [dates.due.why] : [])],
  };
  if (done.done) {
    const late = dates.due !== null && isLate(done, dates.due);
    // What had ended by the day on which it was due was not owed then: what came after is not late.
    const over = late && dates.due ? endOf(program, duty, view, { ...frame, asOf: dates.due.day }) : null;
    if (over && dates.due && over.on <= dates.due.day)
      return build({ ...base, status: 'not-applicable', reason: over.says });
    const day = done.day === -Infinity ? anchor.day : done.day;
    return build({
      ...base,
      done: { ...done, day },
      status: late && duty.strength !== 'aim' && duty.strength !== 'track' ? 'met-late' : 'met',
    });
  }
  const key = build({ ...base, status: 'due' }).key;
  const waived = waiverOf(view, key);
  if (waived)
    return build({
      ...base,
      status: 'waived',
      waiver: waived,
      reason: `waived by ${waived.by} (${waived.authority}): ${waived.reason}`,
    });
  const ending = endOf(program, duty, view, frame);
  if (ending) return build({ ...base, status: 'not-applicable', reason: ending.says });
  if (duty.only && !view.holds(duty.only, frame))
    return build({ ...base, status: 'not-applicable', reason: CONDITION_FAILS });
  if (dates.missing && !dates.missing.known)
    return build({
      ...base,
      status: 'unknown',
      missing: dates.missing.missing,
      reason: `waits for: ${dates.missing.missing.map((m) => m.fact).join(', ')}`,
    });
  const reason = done.lacking.length > 0 ? `still lacking: ${done.lacking.join('; ')}` : undefined;
  const lacking = reason === undefined ? {} : { reason };
  if (dates.due === null) {
    const undated = dates.none ?? 'no date is given';
    const still = reason === undefined ? '' : ` Still lacking: ${done.lacking.join('; ')}.`;
    return build({ ...base, status: 'due', reason: `${undated.replace(/\.$/, '')}.${still}` });
  }
  if (isPast(dates.due, view)) {
    if (duty.strength === 'aim') return build({ ...base, ...lacking, status: 'target-missed' });
    return build({ ...base, ...lacking, status: duty.strength === 'track' ? 'due' : 'overdue' });
  }
  return build({ ...base, ...lacking, status: dates.from ? 'window' : 'due' });
}

function isPast(due: DateAnswer & { known: true }, view: View): boolean {
  if (due.at !== undefined) {
    if (due.at < view.now) return true;
    view.watched.add(due.at + 1);
    return false;
  }
  return view.hasCome(due.day + 1);
}

/** One obligation for each calendar month in which the duty stood at least one day. */
function monthly(
  program: Program,
  duty: Duty,
  view: View,
  subject: Subject,
  opened: DateAnswer & { known: true },
  build: (parts: Parts) => Obligation,
): Obligation[] {
  const ending = endOf(program, duty, view, { subject });
  // A part month is judged as if the duty went on: its last day is still the day by which it is owed.
  const { ends: _, ...endless } = duty;
  const judged = duty.repeat && 'partMonths' in duty.repeat ? { ...endless, outlivesClosing: true as const } : duty;
  const lastDay = Math.min(view.today, ending ? ending.on : Infinity);
  const list: Obligation[] = [];
  for (let i = 0; i < MOST_CYCLES; i++) {
    const from = addMonths(startOfMonth(opened.day), i);
    if (from > lastDay) break;
    const end = endOfMonth(from);
    const began: Why =
      from <= opened.day ? opened.why : { of: 'word', says: 'the month begins', from: [opened.why], day: from };
    const why: Why = { of: 'month-end', from: began, day: end };
    const anchor: DateAnswer & { known: true } = { known: true, day: from, why: opened.why };
    const frame: Frame = { subject, opened: anchor, ...(end < view.today ? { asOf: end } : {}) };
    const done = view.met(duty.done, frame);
    const inMonth: DoneAnswer =
      done.done && done.day !== -Infinity && done.day > end
        ? { done: false, lacking: [`nothing recorded in ${iso(from).slice(0, 7)}`] }
        : done;
    const due = { known: true as const, day: end, why };
    const one = judge(program, judged, view, frame, anchor, { due, from: null, missing: null }, inMonth, (parts) =>
      build({ ...parts, anchor: iso(from).slice(0, 7) }),
    );
    // A month that ended before the duty did stays what it was: the end of the case does not excuse it.
    list.push(
      one.status === 'not-applicable' &&
        end < (endOf(program, duty, view, frame)?.on ?? Infinity) &&
        (!duty.only || view.holds(duty.only, frame))
        ? { ...one, status: duty.strength === 'aim' ? 'target-missed' : 'overdue' }
        : one,
    );
  }
  if (list.length > 0) view.hasCome(endOfMonth(view.today) + 1);
  return list;
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

const membersOf = (file: CaseFile, household: string): readonly string[] =>
  [...file.children.values()].filter((c) => c.household === household).map((c) => c.id);

/** The closing for the child; for a household, with that of the last of its children; else that of the case. */
export function closingOf(file: CaseFile, { child, household }: Subject): Happening | null {
  const own = child !== undefined ? [child] : household !== undefined ? membersOf(file, household) : [];
  const closings = own.map((c) => file.childClosed.get(c));
  const last = closings.reduce((a, b) => (a && b ? (a.on >= b.on ? a : b) : undefined), closings[0]);
  return last ?? file.closed;
}

/** What ended the enrolment; for a household, with that of the last of its children. */
function leftWith(program: Program, view: View, { child, household }: Subject): Happening | null {
  if (child !== undefined || household === undefined) return leftBy(program, view, child);
  const left = membersOf(view.file, household).map((c) => leftBy(program, view, c));
  if (left.length === 0 || left.includes(null)) return leftBy(program, view, undefined);
  return left.reduce((a, b) => (a!.on >= b!.on ? a : b)) ?? null;
}

function endOf(program: Program, duty: Duty, view: View, frame: Frame): Ending | null {
  const { file } = view;
  const { participant } = frame.subject;
  const ends: Ending[] = [];
  const closing = closingOf(file, frame.subject);
  if (closing && !duty.outlivesClosing)
    ends.push({ on: closing.on, says: `the case was closed on ${iso(closing.on)}` });
  const left = duty.outlivesClosing ? null : leftWith(program, view, frame.subject);
  if (left) ends.push({ on: left.on, says: `the enrolment in ${program.id} ended on ${iso(left.on)}` });
  const person = participant === undefined ? undefined : file.participants.get(participant);
  if (person?.until != null)
    ends.push({ on: person.until, says: `${person.role} ${person.id} left the case on ${iso(person.until)}` });
  const trigger = frame.subject.trigger;
  if (trigger?.type === 'MeetingScheduled' && trigger.event.type === 'MeetingScheduled') {
    const meeting = file.meetings.get(trigger.event.meeting);
    if (meeting && meeting.status !== 'scheduled')
      ends.push({
        on: meeting.last.on,
        says: `ended unmet: the meeting was ${meeting.status.replace('-', ' ')} on ${iso(meeting.last.on)}`,
      });
  }
  if (duty.ends && view.holds(duty.ends, frame))
    ends.push({
      on: frame.asOf ?? view.today,
      says: `ended unmet: ${duty.endsBecause ?? 'what it prepares has come'}`,
    });
  return ends.sort((a, b) => a.on - b.on)[0] ?? null;
}

function ownerOf(role: string, view: View, child: string | undefined): Owner {
  const held = assignmentOn(view.file, role, view.today, child);
  if (held && view.agency.staff.get(held.staff)?.active !== false) return { role, staff: held.staff, fallback: false };
  const unit = view.file.opened?.event.type === 'CaseOpened' ? view.file.opened.event.unit : null;
  const people = [...view.agency.staff.values()].filter((s) => s.active);
  // The role itself, where one person of the unit holds it (a supervisor), else the unit's supervisor.
  const own = people.find((s) => s.role === role && s.unit === unit && role.endsWith('supervisor'));
  const supervisor =
    own ??
    people.find((s) => s.role === 'supervisor' && s.unit === unit) ??
    people.find((s) => s.role.endsWith('supervisor'));
  return { role, staff: supervisor?.id ?? null, fallback: own === undefined };
}

function waiverOf(view: View, key: string): Obligation['waiver'] | null {
  const h = (view.file.byType.get('ObligationWaived') ?? []).findLast(
    (x) => x.event.type === 'ObligationWaived' && x.event.obligation === key,
  );
  return h?.event.type === 'ObligationWaived'
    ? { by: h.event.waivedBy, authority: h.event.authority, reason: h.event.reason }
    : null;
}

function anchorName(why: Why): string {
  switch (why.of) {
    case 'event':
      return why.event.id;
    case 'shift':
    case 'month-end':
      return anchorName(why.from);
    case 'choice':
      return why.among[0] ? anchorName(why.among[0]) : 'none';
    case 'birthday':
      return `birthday-${why.age}`;
    case 'word':
      return why.anchor ?? (why.from[0] ? anchorName(why.from[0]) : 'word');
  }
}
