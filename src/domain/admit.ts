// May this be recorded now? Either yes, or every condition that is unmet: the field, the reason, the source, and what
// would make it acceptable.
import type { Unmet } from './unmet';
import { addMonths, clockTrouble, day, isZone, iso, type Instant } from './calendar';
import { fold, keptApart, type CaseFile, type Happening } from './case-file';
import type { CaseEvent, Recorded } from './events';
import { planFile, type Context } from './plan';
import type { Condition, Done, Guard, Pattern, Program, When } from './rule';
import { View } from './view';

type Event = CaseEvent & { readonly on: string };

export interface Admission {
  readonly journal: readonly Recorded[];
  readonly added: readonly Recorded[];
  readonly context: Context;
  readonly caseId: string;
  readonly now: Instant;
}

/** Events whose date may lie ahead: they speak of what is planned or ends later. */
const mayLieAhead = new Set<CaseEvent['type']>(['ProgramEnrolled', 'StaffAssigned', 'StaffUnassigned']);
const withoutChildrenBefore = 30 * 12;

export function admit({ journal, added, context, now, caseId }: Admission): Unmet[] {
  const before = fold(journal);
  const after = fold([...journal, ...added]);
  const view = new View(after, context.agency, context.programs, now);
  const first = added[0];
  if (!first) return [unmet('empty', 'events', 'The entry holds no event.', 'Send at least one event.')];
  if (!before.opened && first.event.type !== 'CaseOpened')
    return [unmet('not-opened', 'type', 'This case has not been opened.', 'Record CaseOpened first.')];
  const finished = finishedOn(before, context, now);
  return added.flatMap((line) => [
    ...(finished !== null && line.event.type !== 'CaseReopened' && !mends(line.event)
      ? [
          unmet(
            'finished',
            'type',
            `This case is finished: it was closed on ${finished} and its time for corrections is over.`,
            'Reopen it first: record CaseReopened with a reason.',
          ),
        ]
      : []),
    ...dates(line.event, after, view),
    ...references(line, before, after, added, journal),
    ...particular(line, before, after, view, caseId),
    ...guarded(line, before, after, context, now, journal),
  ]);
}

function mends(event: CaseEvent): boolean {
  return (
    event.type === 'EventRetracted' ||
    event.type === 'EventCorrected' ||
    event.type === 'EffectFailed' ||
    event.type === 'NoticeUndeliverable'
  );
}

function finishedOn(file: CaseFile, context: Context, now: Instant): string | null {
  if (!file.closed) return null;
  const view = new View(file, context.agency, context.programs, now);
  return view.today > file.closed.on + Number(view.setting('graceDays')) ? iso(file.closed.on) : null;
}

function dates(event: Event, file: CaseFile, view: View): Unmet[] {
  const on = day(event.on);
  const problems: Unmet[] = [];
  if (on > view.today && !mayLieAhead.has(event.type))
    problems.push(
      unmet(
        'in-the-future',
        'on',
        `${event.on} lies ahead: an event is recorded when it has happened.`,
        `Give a date up to ${iso(view.today)}; a plan has a field of its own (plannedFor, startsAt).`,
      ),
    );
  for (const field of ['plannedFor', 'until', 'expiresOn', 'startsAt', 'bornOn'] as const) {
    const value = (event as Record<string, unknown>)[field];
    if (typeof value !== 'string') continue;
    const d = day(value.slice(0, 10));
    if (d > addMonths(view.today, 30 * 12))
      problems.push(unmet('too-far', field, `${value} is more than thirty years ahead.`, 'Check the year.'));
    if (field === 'bornOn' && d > view.today)
      problems.push(unmet('in-the-future', field, `${value} lies ahead.`, 'Give the date of birth.'));
  }
  for (const id of childrenNamed(event)) {
    const child = file.children.get(id);
    if (child && on < child.bornOn)
      problems.push(
        unmet(
          'before-birth',
          'on',
          `${event.on} is before the birth of child ${id} (${iso(child.bornOn)}).`,
          'Check the date, or the child.',
        ),
      );
    if (child && on < addMonths(child.bornOn, 0) - withoutChildrenBefore * 31)
      problems.push(unmet('too-early', 'on', `${event.on} is decades before the child.`, 'Check the year.'));
  }
  return problems;
}

function childrenNamed(event: Event): readonly string[] {
  const e = event as { child?: string; children?: readonly string[] };
  return event.type === 'ChildAdded' ? [] : [...(e.children ?? []), ...(e.child === undefined ? [] : [e.child])];
}

const peopleFields = ['participant', 'participants', 'invitees', 'caregiver', 'between', 'recipient'] as const;

function references(
  line: Recorded,
  before: CaseFile,
  after: CaseFile,
  added: readonly Recorded[],
  journal: readonly Recorded[],
): Unmet[] {
  const event = line.event;
  const problems: Unmet[] = [];
  for (const id of childrenNamed(event))
    if (!after.children.has(id))
      problems.push(
        unmet(
          'unknown-child',
          'children',
          `No child ${id} belongs to this case.`,
          `Known: ${[...after.children.keys()].join(', ') || 'none'}. Record ChildAdded first.`,
        ),
      );
  for (const field of peopleFields) {
    const value = (event as Record<string, unknown>)[field];
    const list = Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
    if (event.type === 'ParticipantAdded' || event.type === 'NoticeUndeliverable') continue;
    for (const id of list)
      if (typeof id === 'string' && !after.participants.has(id) && !after.children.has(id))
        problems.push(
          unmet(
            'unknown-person',
            field,
            `Nobody with the id ${id} takes part in this case.`,
            'Add the person first: ParticipantAdded.',
          ),
        );
  }
  if (event.type === 'EventCorrected' || event.type === 'EventRetracted') {
    const target = [...journal, ...added].find((l) => l.id === event.event);
    const root =
      target?.event.type === 'EventCorrected'
        ? [...journal].find((l) => l.id === (target.event as { event: string }).event)
        : target;
    if (!target)
      problems.push(
        unmet(
          'unknown-event',
          'event',
          `No event ${event.event} stands in this case.`,
          'Look the id up in the history of the case.',
        ),
      );
    else if (event.type === 'EventCorrected' && root && root.event.type !== event.to.type)
      problems.push(
        unmet(
          'other-type',
          'to.type',
          `${event.event} is a ${root.event.type}, not a ${event.to.type}.`,
          'Retract it and record the other event.',
        ),
      );
    else if (event.type === 'EventRetracted' && target.event.type === 'CaseOpened')
      problems.push(
        unmet('opening', 'event', 'The opening of a case cannot be retracted.', 'Close the case with a reason.'),
      );
    else if (event.type === 'EventCorrected' && !before.byId.has(root?.id ?? ''))
      problems.push(unmet('retracted', 'event', `${event.event} was retracted.`, 'Record the event anew.'));
    if (event.type === 'EventCorrected')
      problems.push(
        ...childrenNamed({ ...event.to, on: event.to.on ?? event.on })
          .filter((id) => !after.children.has(id))
          .map((id) =>
            unmet('unknown-child', 'to.children', `No child ${id} belongs to this case.`, 'Record ChildAdded first.'),
          ),
      );
  }
  return problems;
}

function particular(line: Recorded, before: CaseFile, after: CaseFile, view: View, caseId: string): Unmet[] {
  const e =
    line.event.type === 'EventCorrected' ? { ...line.event.to, on: line.event.to.on ?? line.event.on } : line.event;
  const correcting = line.event.type === 'EventCorrected';
  const problems: Unmet[] = [];
  switch (e.type) {
    case 'CaseOpened':
      if (before.opened && !correcting)
        problems.push(
          unmet(
            'already-open',
            'type',
            `Case ${caseId} is open already.`,
            'Open another case, or correct the opening.',
          ),
        );
      break;
    case 'ChildAdded':
      if (before.children.has(e.child) && !correcting)
        problems.push(
          unmet(
            'duplicate',
            'child',
            `Child ${e.child} belongs to this case already.`,
            'Correct the earlier record instead.',
          ),
        );
      break;
    case 'ParticipantAdded':
      if (
        before.participants.has(e.participant) &&
        before.participants.get(e.participant)!.until === null &&
        !correcting
      )
        problems.push(
          unmet(
            'duplicate',
            'participant',
            `${e.participant} takes part in this case already.`,
            'Correct the earlier record instead.',
          ),
        );
      break;
    case 'ProgramEnrolled':
      if (!view.programs.some((p) => p.id === e.program))
        problems.push(
          unmet(
            'unknown-program',
            'program',
            `There is no program ${e.program}.`,
            `Known: ${view.programs.map((p) => p.id).join(', ')}.`,
          ),
        );
      break;
    case 'StaffAssigned': {
      const person = view.agency.staff.get(e.staff);
      if (!person)
        problems.push(
          unmet(
            'unknown-staff',
            'staff',
            `The agency has nobody with the id ${e.staff}.`,
            'Add the person to the agency first.',
          ),
        );
      else if (!person.active)
        problems.push(unmet('inactive-staff', 'staff', `${e.staff} is not active.`, 'Choose somebody who is.'));
      break;
    }
    case 'MeetingScheduled':
    case 'MeetingRescheduled': {
      if (!isZone(e.zone))
        problems.push(
          unmet(
            'unknown-zone',
            'zone',
            'There is no such time zone.',
            'Give the zone of the place, as America/Los_Angeles.',
          ),
        );
      else {
        const trouble = clockTrouble(e.startsAt, e.zone);
        if (trouble === 'skipped' || (trouble === 'repeated' && e.reason === undefined))
          problems.push(
            unmet(
              'ambiguous-local-time',
              'startsAt',
              `${e.startsAt} ${trouble === 'skipped' ? 'does not exist' : 'comes twice'} in ${e.zone}: clocks change.`,
              trouble === 'skipped'
                ? 'Choose a time an hour earlier or later.'
                : 'Choose another time, or say in `reason` that the first of the two is meant.',
            ),
          );
      }
      if (e.type === 'MeetingScheduled' && before.meetings.has(e.meeting) && !correcting)
        problems.push(
          unmet(
            'duplicate',
            'meeting',
            `Meeting ${e.meeting} exists already.`,
            'Reschedule it, or give the new one its own id.',
          ),
        );
      if (e.type === 'MeetingRescheduled')
        problems.push(...meetingState(e.meeting, before, after, ['scheduled', 'cancelled', 'not-held']));
      const invited = e.invitees ?? after.meetings.get(e.meeting)?.invitees ?? [];
      for (const [a, b] of keptApart(after, view.today))
        if (invited.includes(a) && invited.includes(b))
          problems.push({
            ...unmet(
              'no-contact',
              'invitees',
              'Two of those invited must be kept apart by an order.',
              'Schedule separate sessions: one meeting for each of them.',
            ),
            cites: ['WA-26'],
          });
      break;
    }
    case 'MeetingCancelled':
      problems.push(...meetingState(e.meeting, before, after, ['scheduled']));
      break;
    case 'MeetingHeld':
    case 'MeetingNotHeld':
      if (!correcting) problems.push(...meetingState(e.meeting, before, after, ['scheduled', 'not-held']));
      break;
    case 'SignOffDecided': {
      const asked = before.byId.get(e.request);
      if (!asked)
        problems.push(
          unmet(
            'unknown-request',
            'request',
            `Nothing with the id ${e.request} waits for a decision.`,
            'Look the request up in the obligations of the case.',
          ),
        );
      else if (asked.by === line.by)
        problems.push(
          unmet('own-request', 'request', 'Nobody decides what he or she asked for.', 'Let a supervisor decide.'),
        );
      else if (!/supervisor|manager/.test(view.agency.staff.get(line.by)?.role ?? ''))
        problems.push(
          unmet(
            'not-approver',
            'request',
            'Only a supervisor or program manager decides this.',
            'Let the supervisor of the unit decide.',
          ),
        );
      else if (
        (before.byType.get('SignOffDecided') ?? []).some(
          (h) => h.event.type === 'SignOffDecided' && h.event.request === e.request,
        )
      )
        problems.push(
          unmet(
            'decided',
            'request',
            'This has been decided already.',
            'Retract the earlier decision, with a reason, to decide anew.',
          ),
        );
      break;
    }
    case 'NoContactOrderEnded':
      if (!before.byId.has(e.order))
        problems.push(
          unmet('unknown-order', 'order', `No order ${e.order} stands in this case.`, 'Look the id up in the history.'),
        );
      break;
    case 'CaseClosed':
      if (before.closed && !correcting)
        problems.push(
          unmet(
            'closed',
            'type',
            `The case was closed on ${iso(before.closed.on)}.`,
            'Correct or retract that closing.',
          ),
        );
      break;
    case 'CaseReopened':
      if (!before.closed)
        problems.push(unmet('not-closed', 'type', 'The case is not closed.', 'Nothing needs to be done.'));
      break;
    case 'ObligationWaived':
      if (!view.agency.staff.has(e.waivedBy))
        problems.push(
          unmet(
            'unknown-staff',
            'waivedBy',
            `The agency has nobody with the id ${e.waivedBy}.`,
            'Name the member of staff who waives it.',
          ),
        );
      break;
    default:
      break;
  }
  const kind = (e as { kind?: string }).kind;
  if (kind !== undefined && kindTypes.has(e.type)) {
    const known = knownKinds(view.programs, e.type);
    if (!known.has(kind))
      problems.push(
        unmet(
          'unknown-kind',
          'kind',
          `No program knows a ${e.type} of the kind ${kind}.`,
          `Known: ${[...known].sort().join(', ') || 'none'}.`,
        ),
      );
  }
  return problems;
}

function meetingState(id: string, before: CaseFile, after: CaseFile, allowed: readonly string[]): Unmet[] {
  const meeting = before.meetings.get(id) ?? after.meetings.get(id);
  if (!meeting)
    return [
      unmet(
        'unknown-meeting',
        'meeting',
        `No meeting ${id} was scheduled in this case.`,
        'Record MeetingScheduled first.',
      ),
    ];
  return before.meetings.has(id) && !allowed.includes(meeting.status)
    ? [
        unmet(
          'meeting-state',
          'meeting',
          `The meeting is ${meeting.status}.`,
          `This can be recorded only for a meeting that is ${allowed.join(' or ')}; retract the earlier record if it was wrong.`,
        ),
      ]
    : [];
}

function guarded(
  line: Recorded,
  before: CaseFile,
  after: CaseFile,
  context: Context,
  now: Instant,
  journal: readonly Recorded[],
): Unmet[] {
  const h: Happening | undefined = after.byId.get(line.id);
  if (!h) return [];
  const enrolled = new Set(
    (after.byType.get('ProgramEnrolled') ?? []).map((x) => (x.event.type === 'ProgramEnrolled' ? x.event.program : '')),
  );
  const programs = context.programs.filter((p) => p.id === 'every-case' || enrolled.has(p.id));
  const guards = programs.flatMap((p) => p.guards).filter((g) => g.on.types.includes(h.type));
  if (guards.length === 0) return [];
  const view = new View(after, context.agency, context.programs, now);
  const dues = journal.length > 0 ? planFile(before, context, now, new Map()).obligations : [];
  view.earliestDue = (duty, children) =>
    dues
      .filter(
        (o) =>
          o.duty === duty &&
          (o.status === 'due' || o.status === 'overdue') &&
          o.due !== null &&
          (children === undefined || o.subject.child === undefined || children.includes(o.subject.child)),
      )
      .reduce<number | null>((first, o) => (first === null || o.due! < first ? o.due : first), null);
  const frame = { subject: { key: `event:${h.id}`, trigger: h } };
  return guards
    .filter((g) => view.fits(h, g.on.where) && (!g.only || view.holds(g.only, frame)) && !view.holds(g.unless, frame))
    .map((g: Guard) => ({
      code: g.id,
      ...(g.field ? { field: g.field } : {}),
      cites: g.cites,
      says: g.says,
      mend: g.mend,
    }));
}

function unmet(code: string, field: string, says: string, mend: string): Unmet {
  return { code, field, cites: [], says, mend };
}

const kindTypes = new Set<CaseEvent['type']>([
  'ContactMade',
  'DocumentCompleted',
  'ActionTaken',
  'DecisionMade',
  'CircumstanceRecorded',
]);
const kindCache = new WeakMap<readonly Program[], Map<string, Set<string>>>();

/** Every kind that some rule reads or some program lists: a misspelt one would otherwise be recorded and never counted. */
function knownKinds(programs: readonly Program[], type: CaseEvent['type']): Set<string> {
  let byType = kindCache.get(programs);
  if (!byType) kindCache.set(programs, (byType = new Map()));
  let known = byType.get(type);
  if (!known) {
    known = new Set(
      programs.flatMap((p) => [
        ...(p.kinds ?? []),
        ...patternsOf(p).flatMap((pat) => ((pat.types as readonly string[]).includes(type) ? kindsIn(pat) : [])),
      ]),
    );
    byType.set(type, known);
  }
  return known;
}

function kindsIn(pattern: Pattern): string[] {
  const kind = pattern.where['kind'];
  return (Array.isArray(kind) ? kind : [kind]).filter((k): k is string => typeof k === 'string' && k !== 'anything');
}

/** Every pattern that a program reads events with. */
export function patternsOf(program: Program): Pattern[] {
  const found: Pattern[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('types' in value && 'where' in value && 'to' in value) found.push(value as Pattern);
      else Object.values(value as Record<string, When | Done | Condition>).forEach(visit);
    }
  };
  visit([program.duties, program.guards, program.guidance]);
  return found;
}
