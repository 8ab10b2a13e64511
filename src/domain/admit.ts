// May this be recorded now? Either yes, or every condition that is unmet: the field, the reason, the source, and what
// would make it acceptable.
import { datesOf } from './admit-dates';
import { guarded } from './admit-guards';
import type { Files } from './admit-meetings';
import { particular } from './admit-particular';
import { mendingTrouble, references } from './admit-references';
import { iso, type Instant } from './calendar';
import { fold, saidBy, type CaseFile, type Said } from './case-file';
import type { CaseEvent, Recorded } from './events';
import { retractingTrouble } from './named';
import type { Context } from './plan';
import { decisionTrouble } from './sign-offs';
import { unmet, type Unmet } from './unmet';
import { View } from './view';

export interface Admission {
  readonly journal: readonly Recorded[];
  readonly added: readonly Recorded[];
  readonly context: Context;
  readonly caseId: string;
  readonly now: Instant;
}

/** Of several events each is read after those before it, in the case as it will be with all of them. */
export function admit({ journal, added, context, now, caseId }: Admission): Unmet[] {
  if (added.length === 0) return [unmet('empty', 'events', 'The entry holds no event.', 'Send at least one event.')];
  const atFirst = fold(journal);
  const after = fold([...journal, ...added]);
  const view = new View(after, context.agency, context.programs, now);
  return added.flatMap((line, i) => {
    const earlier = [...journal, ...added.slice(0, i)];
    const before = i === 0 ? atFirst : fold(earlier);
    const found = trouble({ line, journal: earlier, atFirst, before, after }, { context, now, caseId, view });
    return added.length === 1 ? found : found.map((one) => inside(`events.${i}`, one));
  });
}

interface Reading extends Files {
  readonly line: Recorded;
  /** All lines before it, those of the request included. */
  readonly journal: readonly Recorded[];
}

interface Around extends Pick<Admission, 'context' | 'now' | 'caseId'> {
  readonly view: View;
}

function trouble(reading: Reading, { context, now, caseId, view }: Around): Unmet[] {
  const { line, journal, atFirst, before, after } = reading;
  if (!before.opened && line.event.type !== 'CaseOpened')
    return [unmet('not-opened', 'type', 'This case has not been opened.', 'Record CaseOpened first.')];
  const said = saidBy(line, journal);
  const content = [
    ...datesOf(said.event, after, view),
    ...references(said.event, after, context.agency),
    ...particular(said, reading, view, caseId),
    ...signOffTrouble(said, journal, before, context, now),
    ...guarded({ about: said.id, before, after, context, now }),
  ];
  return [
    // Unless an earlier event of the request reopened it.
    ...(before.closed ? finishedTrouble(line.event, atFirst, context, now) : []),
    ...mendingTrouble(line.event, before, journal),
    ...retractingTrouble(line.event, line.by, before, view),
    ...(said.correcting ? datesOf(line.event, after, view) : []),
    // What a correction makes of an event is held to what holds for the event.
    ...(said.correcting ? content.map((one) => inside('to', one)) : content),
  ];
}

/** Read in the case as it was before: there the request still waits. */
function signOffTrouble(
  said: Said,
  journal: readonly Recorded[],
  before: CaseFile,
  { agency, programs }: Context,
  now: Instant,
): Unmet[] {
  const e = said.event;
  return e.type === 'SignOffDecided'
    ? decisionTrouble(e, said.by, journal, new View(before, agency, programs, now))
    : [];
}

/** The field at fault, where it stands in what was sent. */
const inside = (place: string, one: Unmet): Unmet =>
  one.field === undefined ? one : { ...one, field: `${place}.${one.field}` };

function mends(event: CaseEvent): boolean {
  return (
    event.type === 'EventRetracted' ||
    event.type === 'EventCorrected' ||
    event.type === 'EffectFailed' ||
    event.type === 'NoticeUndeliverable'
  );
}

function finishedTrouble(event: CaseEvent, file: CaseFile, context: Context, now: Instant): Unmet[] {
  if (!file.closed || event.type === 'CaseReopened' || mends(event)) return [];
  const view = new View(file, context.agency, context.programs, now);
  if (view.today <= file.closed.on + Number(view.setting('graceDays'))) return [];
  return [
    unmet(
      'finished',
      'type',
      `This case is finished: it was closed on ${iso(file.closed.on)} and its time for corrections is over.`,
      'Reopen it first: record CaseReopened with a reason.',
    ),
  ];
}
