// What has become of an obligation: met, waived, ended, waiting for a fact, due or overdue; and who owes it.
import { iso, type Day } from './calendar';
import type { Obligation, Status, Subject, Why } from './obligation';
import type { Duty, Program } from './rule';
import type { Version } from './editions';
import { groundLost } from './grounds';
import { isForNobodyElse, ownerIn } from './owners';
import { childrenOf, closingOf, leftFor } from './subjects';
import type { DateAnswer, DoneAnswer, Frame, Known, View } from './view';

/** A duty for each event is not listed for those that it was not meant for. */
export const CONDITION_FAILS = 'the condition of the rule does not hold';

export interface Dates {
  readonly due: Known | null;
  readonly from: Known | null;
  readonly missing: DateAnswer | null;
  readonly none?: string;
}

export interface Parts {
  readonly anchor: string;
  readonly opened: Day | null;
  readonly status: Status;
  readonly due?: Known | null;
  readonly notBefore?: Day;
  readonly done?: DoneAnswer;
  readonly missing?: Obligation['missing'];
  readonly reason?: string;
  readonly waiver?: Obligation['waiver'];
  readonly why?: readonly Why[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function builder({ program, duty }: Version, view: View, subject: Subject) {
  const child = subject.child ?? childrenOf(subject, view)?.[0];
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
      owner: ownerIn(duty, subject, child, view),
      status: parts.status,
      due: parts.due?.day ?? null,
      openedOn: parts.opened,
      why: parts.why ?? (parts.due ? [parts.due.why] : []),
      remind: duty.remind ?? 'reminders',
      signOff: duty.signOff !== undefined,
      chase: duty.chase ?? (duty.strength !== 'track' && duty.strength !== 'aim'),
    };
    if (duty.reading) one.reading = duty.reading;
    if (duty.signOff !== undefined && subject.trigger)
      one.asked = { by: subject.trigger.by, nobodyElse: isForNobodyElse(duty) };
    if (duty.escalate) one.escalate = duty.escalate;
    if (duty.tells) one.tells = duty.tells;
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

export function judge(
  { program, duty }: Version,
  view: View,
  frame: Frame,
  anchor: Known,
  dates: Dates,
  found: DoneAnswer,
  build: (parts: Parts) => Obligation,
): Obligation {
  const done = tooLate(duty, view, frame, found) ? { done: false as const, lacking: [] } : found;
  const at = anchorName(anchor.why);
  const base = {
    anchor: at,
    opened: anchor.day,
    due: dates.due,
    ...(dates.from ? { notBefore: dates.from.day } : {}),
    why: [anchor.why, ...(dates.from ? [dates.from.why] : []), ...(dates.due ? [dates.due.why] : [])],
  };
  // What did not apply is not listed because it has ended, nor because something else did what it asks for.
  if (duty.listed === 'if-applicable' && duty.only && !view.holds(duty.only, frame))
    return build({ ...base, status: 'not-applicable', reason: CONDITION_FAILS });
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

export function isLate(done: DoneAnswer & { done: true }, due: Known): boolean {
  return due.at !== undefined && done.at !== undefined ? done.at > due.at : done.day > due.day;
}

/** Done on a day on which the duty had ended for good. */
function tooLate({ ends, forGood }: Duty, view: View, frame: Frame, found: DoneAnswer): boolean {
  return found.done && forGood === true && ends !== undefined && view.holds(ends, { ...frame, asOf: found.day - 1 });
}

function isPast(due: Known, view: View): boolean {
  if (due.at !== undefined) {
    if (due.at < view.now) return true;
    view.watched.add(due.at + 1);
    return false;
  }
  return view.hasCome(due.day + 1);
}

interface Ending {
  readonly on: Day;
  readonly says: string;
}

export function endOf(program: Program, duty: Duty, view: View, frame: Frame): Ending | null {
  const { file } = view;
  const { child, participant, stay } = frame.subject;
  const ends: Ending[] = [];
  if (stay && stay.until !== Infinity)
    ends.push({ on: stay.until, says: `the stay of child ${child} in care ended on ${iso(stay.until)}` });
  const closing = closingOf(file, frame.subject);
  if (closing && !duty.outlivesClosing)
    ends.push({ on: closing.on, says: `the case was closed on ${iso(closing.on)}` });
  const left = duty.outlivesClosing ? null : leftFor(program, view, frame.subject);
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
  const lost = duty.signOff !== undefined && trigger ? groundLost(trigger, view) : null;
  if (lost !== null) ends.push({ on: frame.asOf ?? view.today, says: lost });
  if (duty.ends && view.holds(duty.ends, frame))
    ends.push({ on: frame.asOf ?? view.today, says: duty.ended ?? 'ended unmet: what it prepares has come' });
  return ends.sort((a, b) => a.on - b.on)[0] ?? null;
}

function waiverOf(view: View, key: string): Obligation['waiver'] | null {
  const h = (view.file.byType.get('ObligationWaived') ?? []).findLast(
    (x) => x.event.type === 'ObligationWaived' && x.event.obligation === key,
  );
  return h?.event.type === 'ObligationWaived'
    ? { by: h.event.waivedBy, authority: h.event.authority, reason: h.event.reason }
    : null;
}

export function anchorName(why: Why): string {
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
