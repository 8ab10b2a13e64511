// What stands of a journal: corrections and retractions are applied here and nowhere else.
import { day, type Day, type Instant } from './calendar';
import type { CaseEvent, PlainEvent, PlainType, Recorded } from './events';

/** An event that stands. `id` is that of the first recording: a correction keeps the identity of what it corrects. */
export interface Happening {
  readonly id: string;
  readonly type: PlainType;
  readonly on: Day;
  readonly at?: Instant;
  readonly event: PlainEvent & { readonly on: string };
  /** When the case came to know it in its present form (a correction is known later than what it corrects). */
  readonly knownAt: Instant;
  readonly firstKnownAt: Instant;
  readonly seq: number;
  readonly tellPast: boolean;
  readonly corrected: boolean;
  /** Who recorded it first. */
  readonly by: string;
  /** Who gave it its present form, where that was a correction. */
  readonly correctedBy?: string;
}

/** In the order in which things happened; the same day in the order of the clock, else of recording: of two moves of a meeting or two
 *  goals of one day the one told last holds, which nothing in their content would say. Rules that must not turn on that order compare days. */
export const inOrder = (a: Happening, b: Happening): number =>
  a.on - b.on || (a.at ?? 0) - (b.at ?? 0) || a.seq - b.seq;

/** Of two things of which the later counts: of one day by the clock where both have one. What staff were told bears no time of the
 *  day, and counts from when it was recorded. */
export function isLater(one: Happening, than: Happening): boolean {
  if (one.on !== than.on) return one.on > than.on;
  if (one.at !== undefined && than.at !== undefined && one.at !== than.at) return one.at > than.at;
  return one.seq > than.seq;
}

/** What corrections and retractions leave: ids of lines that are undone, and for each event the last correction that stands. */
function mended(journal: readonly Recorded[]): { undone: Set<string>; replaced: Map<string, Recorded> } {
  const undone = new Set<string>();
  const replaced = new Map<string, Recorded>();
  const roots = new Map<string, string>();
  for (const line of journal)
    if (line.event.type === 'EventCorrected') roots.set(line.id, roots.get(line.event.event) ?? line.event.event);
  // From the last line to the first: a retraction stands unless a later one that stands has undone it.
  for (let i = journal.length - 1; i >= 0; i--) {
    const line = journal[i]!;
    if (undone.has(line.id)) continue;
    if (line.event.type === 'EventRetracted') undone.add(line.event.event);
    else if (line.event.type === 'EventCorrected') {
      const root = roots.get(line.id) ?? line.event.event;
      if (!replaced.has(root)) replaced.set(root, line);
    }
  }
  return { undone, replaced };
}

/** Ids of the lines that count: neither retracted nor, as a correction, replaced by a later one. */
export function standingLines(journal: readonly Recorded[]): ReadonlySet<string> {
  const { undone, replaced } = mended(journal);
  const last = new Set([...replaced.values()].map(({ id }) => id));
  const counts = ({ id, event }: Recorded): boolean =>
    !undone.has(id) && (event.type !== 'EventCorrected' || last.has(id));
  return new Set(journal.filter(counts).map(({ id }) => id));
}

/** What stands, in the order in which it happened; the same day in the order of the clock, else of recording. */
export function standing(journal: readonly Recorded[]): Happening[] {
  const { undone, replaced } = mended(journal);
  const result: Happening[] = [];
  for (const line of journal) {
    if (undone.has(line.id) || line.event.type === 'EventCorrected' || line.event.type === 'EventRetracted') continue;
    const correction = replaced.get(line.id);
    result.push(
      correction?.event.type === 'EventCorrected'
        ? happening(line, correction.event.to, correction)
        : happening(line, line.event, null),
    );
  }
  return result.sort(inOrder);
}

/** What a line says that happened; of a correction what it makes of the event, under the id of the first recording. */
export interface Said {
  readonly id: string;
  readonly event: Exclude<CaseEvent, { type: 'EventCorrected' }> & { readonly on: string };
  readonly by: string;
  /** It is the correction of an event that stands. */
  readonly correcting: boolean;
}

export function saidBy({ id, by, event }: Recorded, journal: readonly Recorded[]): Said {
  if (event.type !== 'EventCorrected') return { id, event, by, correcting: false };
  const first = firstRecording(event.event, journal);
  const on = event.to.on ?? first?.event.on ?? event.on;
  return { id: first?.id ?? event.event, event: { ...event.to, on }, by, correcting: true };
}

/** What was recorded first of an event, by its id or that of one of its corrections. */
export function firstRecording(id: string, journal: readonly Recorded[]): Recorded | undefined {
  const line = journal.find((one) => one.id === id);
  return line?.event.type === 'EventCorrected' ? firstRecording(line.event.event, journal) : line;
}

function happening(line: Recorded, content: PlainEvent, correction: Recorded | null): Happening {
  const on = content.on ?? line.event.on;
  return {
    id: line.id,
    type: content.type,
    on: day(on),
    ...(content.at === undefined ? {} : { at: Date.parse(content.at) }),
    event: content.on === on ? (content as Happening['event']) : { ...content, on },
    knownAt: correction ? Math.max(correction.recordedAt, line.recordedAt) : line.recordedAt,
    firstKnownAt: line.recordedAt,
    seq: line.seq,
    tellPast: (correction ?? line).tellPast === true,
    corrected: correction !== null,
    by: line.by,
    ...(correction === null ? {} : { correctedBy: correction.by }),
  };
}
