// A case as the rules see it at one moment: which events match, which date an expression gives, whether a condition
// holds, whether a duty is done. Everything here is a reading; nothing is remembered between two moments.
import { isPeriod, isSetting, settingValueOf, type Agency } from './agency';
import {
  addMonths,
  addPeriod,
  day,
  dayOf,
  endOfMonth,
  startOfDay,
  type Day,
  type Instant,
  type Period,
} from './calendar';
import { familyTookPart, inOrder, participantsOn, type CaseFile, type Happening } from './case-file';
import type { PlainType } from './events';
import { missingFact } from './suppliers';
import type { MissingFact, Subject, Why } from './obligation';
import { signed } from './signatures';
import type { Codes, Condition, Done, Pattern, Pause, Program, Span, When, Where } from './rule';
import { conditionWords, dateWords, doneWords } from './words';

export type DateAnswer =
  | { readonly known: true; readonly day: Day; readonly at?: Instant; readonly why: Why }
  | { readonly known: false; readonly missing: readonly MissingFact[] };

export type DoneAnswer =
  | { readonly done: true; readonly day: Day; readonly at?: Instant; readonly by: readonly Happening[] }
  | { readonly done: false; readonly lacking: readonly string[] };

type Shift = Extract<When, { when: 'shift' }>;
type Known = DateAnswer & { known: true };
type Unagreed = Exclude<Span, { agreed: unknown }>;

/** The obligation in which an expression is read. */
export interface Frame {
  readonly subject: Subject;
  readonly opened?: Known;
  /** Conditions are read as they stood at the end of this day: a month that is over is not judged by what came later. */
  readonly asOf?: Day;
}

/** The value of a setting that has no default because a number would be invented. */
const NOT_SET = 'not-set';

export class View {
  readonly today: Day;
  /** Instants at which a reading changes by the mere passing of time. */
  readonly watched = new Set<Instant>();
  /** Earliest due date among the open obligations of a duty, for these children; filled by whoever has a plan (admit). */
  earliestDue: (duty: string, children: readonly string[] | undefined) => Day | null = () => null;
  private readonly kept = new Map<string, unknown>();
  private mentions: Map<string, Happening[]> | null = null;
  private readonly kinds = new Map<PlainType, Map<unknown, Happening[]>>();
  private readonly people = new Map<Pattern, Map<string, Happening[]>>();
  private readonly bases = new Map<Pattern, readonly Happening[]>();
  private readonly matches = new Map<Pattern, Map<string, readonly Happening[]>>();

  constructor(
    readonly file: CaseFile,
    readonly agency: Agency,
    readonly programs: readonly Program[],
    readonly now: Instant,
  ) {
    this.today = dayOf(now, agency.zone);
  }

  /** What is the same for all obligations of one look at the case is worked out once. */
  once<T>(key: string, compute: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, compute());
    return this.kept.get(key) as T;
  }

  setting(name: string): unknown {
    return settingValueOf(this.agency, this.programs, name);
  }

  numbers(name: string): readonly number[] {
    const value = this.setting(name);
    return Array.isArray(value) ? (value as readonly number[]) : [];
  }

  /** A length of time, with the agency setting that it comes from; null where the agency has not set it and nobody invents it. */
  private lengthOf(span: Unagreed): { by: Period | null; setting?: string } {
    if (!isSetting(span)) return { by: span };
    const value = this.setting(span.setting);
    if (value === NOT_SET) return { by: null, setting: span.setting };
    if (!isPeriod(value)) throw new RangeError(`the agency setting ${span.setting} must be a period`);
    return { by: value, setting: span.setting };
  }

  private shifted(from: Known, span: Span, sign: 1 | -1, frame: Frame): DateAnswer {
    if ('agreed' in span) return this.asAgreed(span, from, sign, frame);
    const { by, ...named } = this.lengthOf(span);
    if (by === null)
      return {
        known: false,
        missing: [{ fact: `the agency setting ${named.setting}`, suppliedBy: 'program-manager' }],
      };
    if (by.unit === 'hours' && from.at !== undefined) {
      const at = from.at + sign * by.n * 3_600_000;
      const to = dayOf(at, this.agency.zone);
      return { known: true, day: to, at, why: { of: 'shift', from: from.why, by, sign, ...named, day: to } };
    }
    const to = addPeriod(from.day, by, this.agency.holidays, sign);
    return { known: true, day: to, why: { of: 'shift', from: from.why, by, sign, ...named, day: to } };
  }

  /** An agreement counts for what is still open on its day: it neither mends what was late by then nor makes it late. */
  private asAgreed(span: Exclude<Span, Unagreed>, from: Known, sign: 1 | -1, frame: Frame): DateAnswer {
    let answer = this.shifted(from, span.otherwise, sign, frame);
    const told = span.agreed === 'trigger' ? [frame.subject.trigger] : this.matching(span.agreed, frame.subject);
    for (const h of told) {
      const by = (h?.event as { interval?: Period } | undefined)?.interval;
      if (!h || !by || (answer.known && h.on > answer.day)) continue;
      const to = addPeriod(from.day, by, this.agency.holidays, sign);
      const whys: Why[] = [
        { of: 'shift', from: from.why, by, sign, day: to },
        { of: 'event', event: h, field: 'interval', day: h.on },
      ];
      answer =
        h.on > from.day
          ? {
              known: true,
              day: Math.max(to, h.on),
              why: { of: 'choice', choice: 'latest', among: whys, day: Math.max(to, h.on) },
            }
          : { known: true, day: to, why: { of: 'word', says: 'as agreed', from: whys, day: to } };
    }
    return answer;
  }

  /** The day has come. Watches it otherwise, so that the case wakes when it does. */
  hasCome(d: Day): boolean {
    if (d <= this.today) return true;
    this.watched.add(startOfDay(d, this.agency.zone));
    return false;
  }

  /** The day has come, for those who read as of today; had come, for those who read as of an earlier day. */
  came(d: Day, frame: Frame): boolean {
    return frame.asOf === undefined || frame.asOf >= this.today ? this.hasCome(d) : d <= frame.asOf;
  }

  /** Events that match, in the order in which they happened. */
  matching(pattern: Pattern, subject: Subject): readonly Happening[] {
    if (pattern.to === 'trigger' && !this.isNamed(subject.trigger)) return [];
    // What an event matches turns on these alone: duties of one person share the list, whatever opened them.
    const key =
      pattern.to === 'anyone'
        ? '*'
        : `${pattern.to === 'trigger' ? subject.trigger?.id : ''}|${subject.participant ?? ''}|${subject.child ?? ''}|${subject.household ?? ''}`;
    let bySubject = this.matches.get(pattern);
    if (!bySubject) this.matches.set(pattern, (bySubject = new Map<string, readonly Happening[]>()));
    let found = bySubject.get(key);
    if (!found) {
      const candidates =
        pattern.to === 'trigger'
          ? this.aboutIt(pattern, subject.trigger).filter((h) => this.fits(h, pattern.where, subject))
          : this.ofPerson(pattern, this.fitting(pattern, subject), subject);
      found = pattern.to === 'anyone' ? candidates : candidates.filter((h) => this.concerns(h, pattern.to, subject));
      bySubject.set(key, found);
    }
    return found;
  }

  /** Events of the pattern's types and fields, whomever they concern. */
  private fitting(pattern: Pattern, subject: Subject): readonly Happening[] {
    const known = this.bases.get(pattern);
    if (known) return known;
    const lists = pattern.types.flatMap((type) => this.ofKinds(type, pattern.where['kind']));
    const merged = lists.length === 1 ? lists[0]! : lists.flat().sort(inOrder);
    const { kind, ...others } = pattern.where;
    const where = isLookedUp(kind) ? others : pattern.where;
    const fields = Object.keys(where);
    const list = fields.length === 0 ? merged : merged.filter((h) => this.fits(h, where, subject));
    if (!fields.some((field) => where[field] === '{subject}')) this.bases.set(pattern, list);
    return list;
  }

  /** Those of a long list that name the person, looked up: ten people are not each sought in ten thousand contacts. */
  private ofPerson(pattern: Pattern, list: readonly Happening[], { participant }: Subject): readonly Happening[] {
    if (pattern.to === 'anyone' || participant === undefined || list !== this.bases.get(pattern)) return list;
    let index = this.people.get(pattern);
    if (!index) {
      this.people.set(pattern, (index = new Map<string, Happening[]>()));
      for (const h of list)
        for (const person of peopleIn(h)) {
          const own = index.get(person);
          if (own) own.push(h);
          else index.set(person, [h]);
        }
    }
    return index.get(participant) ?? [];
  }

  /** Lists of the events of a type that have one of these kinds, looked up: most patterns want a few events among thousands. */
  private ofKinds(type: PlainType, kind: Where[string] | undefined): readonly (readonly Happening[])[] {
    const all = this.file.byType.get(type) ?? [];
    if (!isLookedUp(kind)) return [all];
    let index = this.kinds.get(type);
    if (!index) {
      this.kinds.set(type, (index = new Map<unknown, Happening[]>()));
      for (const h of all) {
        const own = (h.event as { kind?: string }).kind;
        const list = index.get(own);
        if (list) list.push(h);
        else index.set(own, [h]);
      }
    }
    const known = index;
    return (Array.isArray(kind) ? kind : [kind]).map((one) => known.get(one) ?? []);
  }

  /** Events that name the trigger or the thing that it brought in: looked up, so that ten thousand contacts cost no more than they must. */
  private aboutIt(pattern: Pattern, trigger: Happening | undefined): readonly Happening[] {
    if (!trigger) return [];
    const found = new Set(thingsOf(trigger).flatMap((id) => this.naming(id)));
    return [...found].filter((h) => pattern.types.includes(h.type) && h.id !== trigger.id).sort(inOrder);
  }

  /** Most events are named by no other: known without making lists. */
  private isNamed(trigger: Happening | undefined): boolean {
    if (!trigger) return false;
    if (this.naming(trigger.id).length > 0 || trigger.type === 'ParticipantAdded') return true;
    const e = trigger.event as Record<string, unknown>;
    return things.some((thing) => typeof e[thing] === 'string' && this.naming(e[thing]).length > 0);
  }

  /** Events that name a thing by its id. */
  naming(id: string): readonly Happening[] {
    if (!this.mentions) {
      this.mentions = new Map();
      for (const h of this.file.byId.values())
        for (const field of mentioning) {
          const id = (h.event as Record<string, unknown>)[field];
          if (typeof id !== 'string') continue;
          const list = this.mentions.get(id);
          if (list) list.push(h);
          else this.mentions.set(id, [h]);
        }
    }
    return this.mentions.get(id) ?? [];
  }

  fits(h: Happening, where: Where, subject?: Subject): boolean {
    for (const field in where) {
      const wanted = where[field]!;
      const value =
        field === 'familyTookPart' ? familyTookPart(this.file, h.event) : (h.event as Record<string, unknown>)[field];
      if (wanted === 'anything') {
        if (value === undefined) return false;
      } else if (!equal(value, wanted === '{subject}' ? (subject?.participant ?? subject?.child ?? '') : wanted))
        return false;
    }
    return true;
  }

  concerns(h: Happening, to: Pattern['to'], subject: Subject): boolean {
    if (to === 'anyone') return true;
    const e = h.event as Record<string, unknown>;
    if (subject.child !== undefined && !this.namesChild(e, subject.child)) return false;
    if (subject.participant !== undefined && !peopleIn(h).includes(subject.participant)) return false;
    if (subject.household !== undefined && !this.touchesHousehold(e, subject.household)) return false;
    return true;
  }

  /** Without children an event is of them all; with a household, of the children who live there. */
  private namesChild(e: Record<string, unknown>, child: string): boolean {
    if (e['child'] === undefined && e['children'] === undefined && typeof e['household'] === 'string')
      return this.file.children.get(child)?.household === e['household'];
    return names(e, 'child', 'children', child);
  }

  private touchesHousehold(e: Record<string, unknown>, household: string): boolean {
    if (e['household'] !== undefined) return e['household'] === household;
    const list = e['children'] ?? (e['child'] === undefined ? undefined : [e['child']]);
    if (!Array.isArray(list)) return true;
    return list.some((id: string) => this.file.children.get(id)?.household === household);
  }

  date(when: When, frame: Frame): DateAnswer {
    switch (when.when) {
      case 'first':
      case 'last': {
        const all = this.matching(when.of, frame.subject);
        const h =
          when.when === 'first'
            ? all.find((x) => fieldDay(x, when.field) !== null)
            : all.findLast((x) => fieldDay(x, when.field) !== null);
        return h ? fromEvent(h, when.field) : { known: false, missing: [missingFact(when.of)] };
      }
      case 'next': {
        const from = this.date(when.after, frame);
        if (!from.known) return from;
        const list = this.matching(when.of, frame.subject);
        const named = (x: Happening): Day => fieldDay(x, when.field) ?? -Infinity;
        const h =
          when.field === undefined
            ? list[firstSince(list, from.day)]
            : list.filter((x) => named(x) >= from.day).sort((a, b) => named(a) - named(b))[0];
        return h ? fromEvent(h, when.field) : { known: false, missing: [missingFact(when.of)] };
      }
      case 'previous': {
        const { trigger } = frame.subject;
        const h = this.matching(when.of, frame.subject).findLast(
          (x) => trigger !== undefined && inOrder(x, trigger) < 0 && fieldDay(x, when.field) !== null,
        );
        return h ? fromEvent(h, when.field) : { known: false, missing: [missingFact(when.of)] };
      }
      case 'chosen': {
        const chosen = when.among[String(this.setting(when.setting))];
        if (!chosen)
          throw new RangeError(
            `the agency setting ${when.setting} must be one of ${Object.keys(when.among).join(', ')}`,
          );
        return this.date(chosen, frame);
      }
      case 'trigger': {
        const h = frame.subject.trigger;
        return h && fieldDay(h, when.field) !== null
          ? fromEvent(h, when.field)
          : { known: false, missing: [{ fact: `the ${when.field ?? 'date'} of the event`, suppliedBy: 'caseworker' }] };
      }
      case 'opened':
        return frame.opened ?? { known: false, missing: [] };
      case 'now':
        return {
          known: true,
          day: this.today,
          at: this.now,
          why: { of: 'word', says: 'today', from: [], day: this.today },
        };
      case 'shift': {
        const from = this.date(when.from, frame);
        if (!from.known) return from;
        const to = this.shifted(from, when.by, when.sign, frame);
        return when.paused ? this.afterPauses(when.paused, from, to, when, frame) : to;
      }
      case 'earliest':
      case 'latest':
      case 'first-known':
        return this.choose(when.when, when.of, frame);
      case 'month-end': {
        const of = this.date(when.of, frame);
        return of.known
          ? { known: true, day: endOfMonth(of.day), why: { of: 'month-end', from: of.why, day: endOfMonth(of.day) } }
          : of;
      }
      case 'birthday': {
        const child = frame.subject.child === undefined ? undefined : this.file.children.get(frame.subject.child);
        if (!child)
          return { known: false, missing: [{ fact: 'the date of birth of the child', suppliedBy: 'caseworker' }] };
        const age = typeof when.age === 'number' ? when.age : Number(this.setting(when.age.setting));
        const d = addMonths(child.bornOn, age * 12);
        return { known: true, day: d, why: { of: 'birthday', child: child.id, age, born: child.bornOn, day: d } };
      }
      case 'met': {
        const answer = this.met(when.of, frame);
        const h = answer.done ? answer.by.at(-1) : undefined;
        return answer.done && h
          ? {
              known: true,
              day: answer.day,
              ...(answer.at === undefined ? {} : { at: answer.at }),
              why: { of: 'event', event: h, day: answer.day },
            }
          : {
              known: false,
              missing: (answer.done ? [] : answer.lacking).map((fact) => ({ fact, suppliedBy: 'caseworker' })),
            };
      }
      case 'standing': {
        const h = this.startOf(when.of, when.is, when.broken, frame);
        return h ? fromEvent(h, undefined) : { known: false, missing: [missingFact(when.of)] };
      }
      case 'word':
        return found(dateWords, when.word)(this, frame, when.args);
    }
  }

  /** A date that a pause kept from being reached counts anew from the end of the pause. */
  private afterPauses({ of, is }: Pause, from: Known, to: DateAnswer, shift: Shift, frame: Frame): DateAnswer {
    let [start, reached, paused] = [from, to, false];
    for (const h of this.matching(of, frame.subject)) {
      if (!reached.known) break;
      if (this.fits(h, is, frame.subject)) paused ||= h.on <= reached.day;
      else if (paused) {
        paused = false;
        if (h.on < start.day) continue;
        start = fromEvent(h, undefined);
        reached = this.shifted(start, shift.by, shift.sign, frame);
      }
    }
    return reached;
  }

  /** The first of the events that have been like this ever since. */
  private startOf(of: Pattern, is: Where, broken: Pattern | undefined, { subject }: Frame): Happening | undefined {
    const breaks = broken ? this.matching(broken, subject).at(-1) : undefined;
    let start: Happening | undefined;
    for (const h of this.matching(of, subject).toReversed()) {
      if (!this.fits(h, is, subject) || (breaks && inOrder(h, breaks) < 0)) break;
      start = h;
    }
    return start;
  }

  private choose(choice: 'earliest' | 'latest' | 'first-known', of: readonly When[], frame: Frame): DateAnswer {
    const answers = of.map((when) => this.date(when, frame));
    const known = answers.filter((a) => a.known);
    const missing = answers.flatMap((a) => (a.known ? [] : a.missing));
    if (choice === 'first-known') return known[0] ?? { known: false, missing };
    if (known.length === 0 || (choice === 'latest' && known.length < answers.length)) return { known: false, missing };
    const chosen = known.reduce((best, a) =>
      (choice === 'earliest' ? a.day < best.day : a.day > best.day) ? a : best,
    );
    const why: Why = { of: 'choice', choice, among: known.map((a) => a.why), day: chosen.day };
    return { known: true, day: chosen.day, ...(chosen.at === undefined ? {} : { at: chosen.at }), why };
  }

  holds(condition: Condition, frame: Frame): boolean {
    switch (condition.if) {
      case 'happened':
        return this.often(condition.times, this.between(condition, condition.of, frame), frame);
      case 'latest': {
        const last = this.matching(condition.of, frame.subject).findLast((h) => this.came(h.on, frame));
        return last !== undefined && this.fits(last, condition.is, frame.subject);
      }
      case 'reached': {
        const date = this.date(condition.date, frame);
        return date.known && this.came(date.day, frame);
      }
      case 'met':
        return this.met(condition.of, frame).done;
      case 'not-after': {
        const [date, than] = [this.date(condition.date, frame), this.date(condition.than, frame)];
        return date.known && than.known && date.day <= than.day;
      }
      case 'each':
        return this.matching(condition.of, frame.subject).every((h) => this.fits(h, condition.is, frame.subject));
      case 'parts':
        return this.partsMissing(condition, frame).length === 0;
      case 'all':
        return condition.of.every((c) => this.holds(c, frame));
      case 'any':
        return condition.of.some((c) => this.holds(c, frame));
      case 'not':
        return !this.holds(condition.of, frame);
      case 'trigger':
        return frame.subject.trigger !== undefined && this.fits(frame.subject.trigger, condition.is, frame.subject);
      case 'setting':
        return this.setting(condition.name) === condition.is;
      case 'word':
        return found(conditionWords, condition.word)(this, frame, condition.args);
    }
  }

  private often(times: number | { readonly setting: string } = 1, list: readonly Happening[], frame: Frame): boolean {
    let left = typeof times === 'number' ? times : Number(this.setting(times.setting));
    return left <= 0 || list.some((h) => this.came(h.on, frame) && --left <= 0);
  }

  /** Events that match inside two dates, where these are given. */
  private between(dates: { since?: When; until?: When }, of: Pattern, frame: Frame): readonly Happening[] {
    const list = this.matching(of, frame.subject);
    if (!dates.since && !dates.until) return list;
    const since = dates.since && this.date(dates.since, frame);
    const until = dates.until && this.date(dates.until, frame);
    if ((since && !since.known) || (until && !until.known)) return [];
    const [from, to] = [since?.day ?? -Infinity, until?.day ?? Infinity];
    return list.slice(firstSince(list, from)).filter((h) => h.on <= to);
  }

  partsMissing(condition: Extract<Condition, { if: 'parts' }>, frame: Frame): readonly string[] {
    const records = condition.in === 'trigger' ? [frame.subject.trigger] : this.between(condition, condition.in, frame);
    return partsLacking(this.codes(condition.codes, frame), records.flatMap(partsOf));
  }

  private codes(codes: Codes, { subject }: Frame): readonly string[] {
    if (!('setting' in codes) && !('trigger' in codes)) return codes;
    if ('setting' in codes)
      return String(this.setting(codes.setting))
        .split(',')
        .flatMap((code) => code.trim() || []);
    const named = subject.trigger && (subject.trigger.event as Record<string, unknown>)[codes.trigger];
    return Array.isArray(named) ? (named as readonly string[]) : [];
  }

  private sinceDay(since: When | 'opened' | 'ever', frame: Frame): Day {
    if (since === 'ever') return -Infinity;
    if (since === 'opened') return frame.opened?.day ?? -Infinity;
    const date = this.date(since, frame);
    return date.known ? date.day : Infinity;
  }

  /** `window`: only events inside it count; `from`: the day the obligation opened. */
  met(done: Done, frame: Frame, notBefore?: Day): DoneAnswer {
    switch (done.done) {
      case 'event': {
        const from = this.sinceDay(done.since, frame);
        const anchor = done.since === 'opened' && frame.opened?.why.of === 'event' ? frame.opened.why.event : null;
        const list = this.matching(done.of, frame.subject);
        // The completion that opened this cycle, or one before it on the same day, does not meet it again.
        const used = (x: Happening): boolean =>
          anchor !== null &&
          (x.id === anchor.id || (x.on === anchor.on && x.type === anchor.type && inOrder(x, anchor) < 0));
        let at = firstSince(list, Math.max(from, notBefore ?? -Infinity));
        while (at < list.length && used(list[at]!)) at++;
        const h = list[at];
        return h
          ? { done: true, day: h.on, ...(h.at === undefined ? {} : { at: h.at }), by: [h] }
          : { done: false, lacking: [missingFact(done.of).fact] };
      }
      case 'trigger': {
        const h = frame.subject.trigger;
        return h && this.fits(h, done.is, frame.subject)
          ? { done: true, day: h.on, by: [h] }
          : { done: false, lacking: [`${Object.keys(done.is).join(', ')} in the record itself`] };
      }
      case 'parts': {
        const { trigger } = frame.subject;
        const list = this.matching(done.in, frame.subject);
        const from = Math.max(this.sinceDay(done.since, frame), notBefore ?? -Infinity);
        const records = [...(done.itself && trigger ? [trigger] : []), ...list.slice(firstSince(list, from))];
        const codes = this.codes(done.codes, frame);
        const by: Happening[] = [];
        let lacking = codes;
        for (const h of records) {
          const still = partsLacking(lacking, partsOf(h));
          if (still.length < lacking.length || codes.length === 0) by.push(h);
          lacking = still;
          if (lacking.length === 0) break;
        }
        const last = by.at(-1);
        if (lacking.length > 0 || !last)
          return { done: false, lacking: lacking.length > 0 ? lacking : [missingFact(done.in).fact] };
        return { done: true, day: Math.max(...by.map((h) => h.on)), by };
      }
      case 'all':
        return together(done.of.map((d) => this.met(d, frame, notBefore)));
      case 'any': {
        const answers = done.of.map((d) => this.met(d, frame, notBefore));
        const met = answers.filter((a) => a.done).sort((a, b) => a.day - b.day)[0];
        return (
          met ?? {
            done: false,
            lacking: [[...new Set(answers.flatMap((a) => (a.done ? [] : a.lacking)))].join(' or ')],
          }
        );
      }
      case 'everyone': {
        const people = participantsOn(this.file, this.today, done.roles);
        return together(
          people.map((p) =>
            this.met(
              done.of,
              { ...frame, subject: { ...frame.subject, key: `${frame.subject.key}/${p.id}`, participant: p.id } },
              notBefore,
            ),
          ),
        );
      }
      case 'signed':
        return signed(this, done, frame, Math.max(this.sinceDay(done.since, frame), notBefore ?? -Infinity));
      case 'word':
        return found(doneWords, done.word)(this, frame, done.args);
    }
  }
}

function together(answers: readonly DoneAnswer[]): DoneAnswer {
  const lacking = answers.flatMap((a) => (a.done ? [] : a.lacking));
  if (lacking.length > 0) return { done: false, lacking };
  // Nobody to ask: nothing is lacking.
  if (answers.length === 0) return { done: true, day: -Infinity, by: [] };
  const met = answers.filter((a) => a.done);
  const last = met.reduce((best, a) => (a.day > best.day ? a : best));
  return { ...last, by: met.flatMap((a) => a.by) };
}

function fromEvent(h: Happening, field: string | undefined): DateAnswer & { known: true } {
  const d = fieldDay(h, field)!;
  return {
    known: true,
    day: d,
    ...(field === undefined && h.at !== undefined ? { at: h.at } : {}),
    why: { of: 'event', event: h, ...(field ? { field } : {}), day: d },
  };
}

function fieldDay(h: Happening, field: string | undefined): Day | null {
  if (field === undefined) return h.on;
  const value = (h.event as Record<string, unknown>)[field];
  return typeof value === 'string' ? day(value.slice(0, 10)) : null;
}

function isLookedUp(kind: Where[string] | undefined): kind is Where[string] {
  return kind !== undefined && kind !== 'anything' && kind !== '{subject}';
}

function equal(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => equal(value, one));
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

function names(e: Record<string, unknown>, one: string, many: string, id: string): boolean {
  if (e[one] !== undefined) return e[one] === id;
  const list = e[many];
  return !Array.isArray(list) || list.includes(id);
}

/** The parts of a document or step, the points of a meeting or conversation. */
function partsOf(h: Happening | undefined): readonly string[] {
  const e = (h?.event ?? {}) as { parts?: readonly string[]; points?: readonly string[] };
  return [...(e.parts ?? []), ...(e.points ?? [])];
}

function partsLacking(codes: readonly string[], parts: readonly string[]): readonly string[] {
  return codes.filter((code) => !parts.includes(code));
}

const things = ['meeting', 'document', 'concern', 'objective', 'about', 'request'] as const;

/** The ids by which other events can be about this one. */
function thingsOf(h: Happening): string[] {
  const e = h.event as Record<string, unknown>;
  const person = e['type'] === 'ParticipantAdded' && typeof e['participant'] === 'string' ? [e['participant']] : [];
  return [h.id, ...person, ...things.flatMap((thing) => (typeof e[thing] === 'string' ? [e[thing]] : []))];
}

const personFields = ['participant', 'child', 'signer', 'caregiver', 'recipient'];
const peopleFields = ['participants', 'invitees', 'to', 'between', 'staff', 'children'];

/** The people whom an event names; of a held meeting those who took part. */
function peopleIn(h: Happening): readonly string[] {
  let people = peopleOf.get(h);
  if (!people) peopleOf.set(h, (people = listPeople(h.event as Record<string, unknown>)));
  return people;
}

/** An event that stands never changes: what was found in it is kept as long as it is. */
const peopleOf = new WeakMap<Happening, readonly string[]>();

function listPeople(e: Record<string, unknown>): readonly string[] {
  const attendance = e['attendance'] as { participant: string; how: string }[] | undefined;
  if (attendance) return [...new Set(attendance.flatMap((a) => (a.how === 'absent' ? [] : [a.participant])))];
  const people: string[] = [];
  const add = (person: string): void => void (people.includes(person) || people.push(person));
  for (const field of personFields) if (typeof e[field] === 'string') add(e[field]);
  for (const field of peopleFields) if (Array.isArray(e[field])) (e[field] as readonly string[]).forEach(add);
  return people;
}

/** The fields in which an event names another thing. */
const mentioning = ['about', 'meeting', 'document', 'concern', 'objective', 'plan', 'request', 'order', 'notice'];

/** Index of the first event on or after a day, in a list in order. */
function firstSince(list: readonly Happening[], from: Day): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.on < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function found<T>(table: Readonly<Record<string, T>>, name: string): T {
  const entry = table[name];
  if (entry === undefined) throw new RangeError(`no such word in the vocabulary: ${name}`);
  return entry;
}
