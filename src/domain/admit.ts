// May this be recorded now? Either yes, or every condition that is unmet: the field, the reason, the source, and what
// would make it acceptable.
import { datesOf } from './admit-dates';
import { guarded } from './admit-guards';
import { particular } from './admit-particular';
import { mendingTrouble, references } from './admit-references';
import { iso, type Instant } from './calendar';
import { fold, saidBy, type CaseFile, type Said } from './case-file';
import type { CaseEvent, Recorded } from './events';
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

export function admit({ journal, added, context, now, caseId }: Admission): Unmet[] {
  const before = fold(journal);
  const after = fold([...journal, ...added]);
  const view = new View(after, context.agency, context.programs, now);
  const first = added[0];
  if (!first) return [unmet('empty', 'events', 'The entry holds no event.', 'Send at least one event.')];
  if (!before.opened && first.event.type !== 'CaseOpened')
    return [unmet('not-opened', 'type', 'This case has not been opened.', 'Record CaseOpened first.')];
  const finished = finishedOn(before, context, now);
  /** What a correction makes of an event is held to what holds for the event. */
  const contentTrouble = (line: Recorded): Unmet[] => {
    const said = saidBy(line, journal);
    const found = [
      ...datesOf(said.event, after, view),
      ...references(said.event, after, context.agency),
      ...particular(said, before, after, view, caseId),
      ...signOffTrouble(said, journal, before, context, now),
      ...guarded({ line, before, after, context, now, journal }),
    ];
    return said.correcting ? found.map((one) => inside('to', one)) : found;
  };
  const trouble = (line: Recorded): Unmet[] => [
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
    ...mendingTrouble(line.event, before, journal),
    ...(line.event.type === 'EventCorrected' ? datesOf(line.event, after, view) : []),
    ...contentTrouble(line),
  ];
  return added.flatMap((line, i) =>
    trouble(line).map((one) => (added.length === 1 ? one : inside(`events.${i}`, one))),
  );
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

function finishedOn(file: CaseFile, context: Context, now: Instant): string | null {
  if (!file.closed) return null;
  const view = new View(file, context.agency, context.programs, now);
  return view.today > file.closed.on + Number(view.setting('graceDays')) ? iso(file.closed.on) : null;
}
