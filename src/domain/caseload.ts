// Who should have this family: balanced by load, by language and by who knows it already, with the reason in plain words. A family
// is a case, however many siblings are in it. The limit is soft: above it a supervisor decides, with a reason that is recorded.
import type { Agency, Staff } from './agency';
import { iso, type Day } from './calendar';
import { absenceOn, isActive } from './presence';

/** What counts about one family, without its names. */
export interface Family {
  readonly caseId: string;
  /** Those of its people, as es. */
  readonly languages: readonly string[];
  /** Who holds the role now. */
  readonly current: string | null;
  /** Who had it before, and until when. */
  readonly had: ReadonlyMap<string, Day>;
  /** Who should not have it, and why. */
  readonly apart: ReadonlyMap<string, string>;
}

/** The staff of a unit in one role, and what they carry. */
export interface Caseload {
  readonly agency: Agency;
  readonly unit: string;
  readonly role: Staff['role'];
  readonly on: Day;
  /** Families that each carries, this one not counted. */
  readonly carried: ReadonlyMap<string, number>;
  /** Families of one person above which a supervisor decides; null: the role has none. */
  readonly limit: number | null;
  /** The language in which everybody works. */
  readonly officeLanguage: string;
}

export interface Because {
  readonly staff: string;
  readonly because: string;
}

export interface Choice {
  /** null: nobody can take it without a decision. */
  readonly staff: string | null;
  readonly because: string;
  readonly others: readonly Because[];
}

interface Standing {
  readonly id: string;
  readonly families: number;
  /** Families for each day of the week on which the person works. */
  readonly load: number;
  readonly workingDays: number;
  /** Why not at all. */
  readonly obstacle: string | null;
  readonly away: string | null;
  readonly had: Day | null;
  readonly speaks: readonly string[];
}

const FULL_WEEK = 5;

/** `beyondLimit`: a supervisor has said why the limit may be passed. */
export function choose(family: Family, caseload: Caseload, beyondLimit = false): Choice {
  const wanted = languagesBeyond(family, caseload);
  const standings = staffOf(caseload).map((person) => standingOf(person, family, caseload, wanted, beyondLimit));
  const able = standings.filter((one) => one.obstacle === null).sort(byRank);
  const [best, second] = able;
  const others = (chosen?: Standing): Because[] =>
    standings
      .filter((one) => one !== chosen)
      .sort(byRank)
      .map((one) => ({
        staff: one.id,
        because: chosen ? whyNot(one, chosen, wanted, caseload) : `${sentence(one.obstacle ?? '')}.`,
      }));
  if (!best)
    return {
      staff: null,
      because:
        standings.length === 0
          ? `Nobody in the unit is ${caseload.role}.`
          : `No ${caseload.role} of the unit can take it.`,
      others: others(),
    };
  return { staff: best.id, because: why(best, second, wanted, caseload), others: others(best) };
}

/** In the role and in the unit, and not known to have left. */
function staffOf({ agency, unit, role, on }: Caseload): Staff[] {
  return [...agency.staff.values()].filter((s) => s.role === role && s.unit === unit && isActive(s, on));
}

const languagesBeyond = ({ languages }: Family, { officeLanguage }: Caseload): readonly string[] =>
  [...new Set(languages.map((one) => one.split('-')[0]!.toLowerCase()))].filter((one) => one !== officeLanguage).sort();

function standingOf(
  person: Staff,
  family: Family,
  caseload: Caseload,
  wanted: readonly string[],
  beyondLimit: boolean,
): Standing {
  const { on, carried, limit } = caseload;
  const families = carried.get(person.id) ?? 0;
  const absence = absenceOn(person, on);
  const workingDays = person.workingDays?.length ?? FULL_WEEK;
  const full = limit !== null && families >= limit && !beyondLimit;
  const obstacle =
    family.apart.get(person.id) ??
    (person.id === family.current ? 'has this family now' : null) ??
    (person.leavesOn === undefined ? null : `leaves on ${person.leavesOn}`) ??
    (workingDays === 0 ? 'works on no day of the week' : null) ??
    (full ? `carries ${families} of ${limit} families: one more needs a supervisor’s reason` : null);
  return {
    id: person.id,
    families,
    load: families / Math.max(workingDays, 1),
    workingDays,
    obstacle,
    away: absence ? `is away until ${absence.to}` : null,
    had: family.had.get(person.id) ?? null,
    speaks: wanted.filter((one) => person.languages?.includes(one)),
  };
}

/** Here before away, who knows the family before others, then who speaks with it, then who carries least. Ids last, so that the same
 *  facts always give the same answer. */
function byRank(a: Standing, b: Standing): number {
  return (
    Number(a.obstacle !== null) - Number(b.obstacle !== null) ||
    Number(a.away !== null) - Number(b.away !== null) ||
    (b.had ?? -Infinity) - (a.had ?? -Infinity) ||
    b.speaks.length - a.speaks.length ||
    a.load - b.load ||
    (a.id < b.id ? -1 : 1)
  );
}

function why(best: Standing, second: Standing | undefined, wanted: readonly string[], caseload: Caseload): string {
  const load = loadOf(best, caseload);
  const said = [
    ...(best.had === null ? [] : [`had this family until ${iso(best.had)}`]),
    ...(best.speaks.length === 0 ? [] : [`speaks ${best.speaks.join(' and ')} as the family does`]),
    second === undefined
      ? `${load}, and nobody else can take it`
      : lessThan(best, second)
        ? `${load}, the least of those who could`
        : load,
    ...(wanted.length > 0 && best.speaks.length === 0
      ? [`nobody who could take it speaks ${wanted.join(' or ')}: an interpreter is needed`]
      : []),
    ...(best.away === null ? [] : [`${best.away}, and so is everybody else`]),
  ];
  return `${sentence(said.join('; '))}.`;
}

const lessThan = (best: Standing, second: Standing): boolean => best.load < second.load;

function whyNot(one: Standing, chosen: Standing, wanted: readonly string[], caseload: Caseload): string {
  if (one.obstacle !== null) return `${sentence(one.obstacle)}.`;
  if (one.away !== null && chosen.away === null) return `${sentence(one.away)}.`;
  if (chosen.had !== null && (one.had ?? -Infinity) < chosen.had)
    return 'Does not know this family, or knew it longer ago.';
  if (one.speaks.length < chosen.speaks.length)
    return `Does not speak ${wanted.filter((l) => !one.speaks.includes(l)).join(' or ')}.`;
  return one.load > chosen.load
    ? `${sentence(loadOf(one, caseload))}: more.`
    : `${sentence(loadOf(one, caseload))}: as much, and one of them had to be first.`;
}

function loadOf({ families, workingDays }: Standing, { limit }: Caseload): string {
  const of = limit === null ? '' : ` of ${limit}`;
  const week = workingDays === FULL_WEEK ? '' : ` on ${workingDays} days a week`;
  return `carries ${families}${of} families${week}`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
