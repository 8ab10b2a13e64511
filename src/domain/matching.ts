// Which events a pattern of a rule means: by their type and fields, and by whom they concern. Looked up, because a case may hold
// ten thousand contacts.
import type { Day } from './calendar';
import { familyTookPart, inOrder, type CaseFile, type Happening } from './case-file';
import type { PlainType } from './events';
import type { Subject } from './obligation';
import type { Pattern, Where } from './rule';
import { inStay } from './stays';

export class Matching {
  private mentions: Map<string, Happening[]> | null = null;
  private readonly kinds = new Map<PlainType, Map<unknown, Happening[]>>();
  private readonly people = new Map<Pattern, Map<string, Happening[]>>();
  private readonly bases = new Map<Pattern, readonly Happening[]>();
  private readonly matches = new Map<Pattern, Map<string, readonly Happening[]>>();

  constructor(readonly file: CaseFile) {}

  /** Events that match, in the order in which they happened. */
  matching(pattern: Pattern, subject: Subject): readonly Happening[] {
    if (pattern.to === 'trigger' && !this.isNamed(subject.trigger)) return [];
    // What an event matches turns on these alone: duties of one person share the list, whatever opened them.
    const key =
      pattern.to === 'anyone'
        ? '*'
        : `${pattern.to === 'trigger' ? subject.trigger?.id : ''}|${subject.participant ?? ''}|${subject.child ?? ''}|${subject.household ?? ''}|${subject.stay?.began.id ?? ''}`;
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
    if (to === 'subject' && subject.stay && !inStay(subject.stay, h)) return false;
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
    if (Array.isArray(list)) return list.some((id: string) => this.file.children.get(id)?.household === household);
    const homes = this.homesOf(e['participants']);
    return homes === null || homes.includes(household);
  }

  /** Where the people live whom an event names; null when it names none, or somebody whose household nobody has recorded. */
  private homesOf(people: unknown): readonly string[] | null {
    if (!Array.isArray(people)) return null;
    const homes = people.map(
      (id: string) => (this.file.children.get(id) ?? this.file.participants.get(id))?.household ?? null,
    );
    return homes.includes(null) ? null : (homes as string[]);
  }
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
export function partsOf(h: Happening | undefined): readonly string[] {
  const e = (h?.event ?? {}) as { parts?: readonly string[]; points?: readonly string[] };
  return [...(e.parts ?? []), ...(e.points ?? [])];
}

export function partsLacking(codes: readonly string[], parts: readonly string[]): readonly string[] {
  return codes.filter((code) => !parts.includes(code));
}

const things = ['meeting', 'document', 'concern', 'objective', 'plan', 'about', 'request'] as const;

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
export function firstSince(list: readonly Happening[], from: Day): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.on < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
