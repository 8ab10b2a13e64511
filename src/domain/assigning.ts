// A family is given to somebody, to whom a person names or who is chosen; the families of somebody who leaves go to others.
import type { Staff } from './agency';
import { choose, type Because, type Caseload, type Choice, type Family } from './caseload';
import { isActive } from './presence';
import type { Program } from './rule';
import { isSupervisory } from './superiors';
import { unmet, type Unmet } from './unmet';

export interface Wish {
  /** Who asks; null: the system, because a family has nobody. */
  readonly by: Staff | null;
  /** Left out: whoever is chosen. */
  readonly staff?: string;
  readonly reason?: string;
}

export type Decision =
  | ({ readonly decided: true; readonly staff: string; readonly beyondLimit: boolean } & Pick<
      Choice,
      'because' | 'others'
    >)
  | { readonly decided: false; readonly unmet: readonly Unmet[]; readonly others: readonly Because[] };

export function decide(wish: Wish, family: Family, caseload: Caseload): Decision {
  const supervisor = wish.reason !== undefined && isSupervisory(wish.by?.role);
  if (family.current !== null && wish.staff === undefined && wish.reason === undefined)
    return refused([
      unmet(
        'already-assigned',
        'case',
        `${family.current} has this family, and keeps it until permanency.`,
        'Give a `reason` to have it changed, or hand over all families of somebody who leaves.',
      ),
    ]);
  if (wish.staff === undefined) {
    const choice = choose(family, caseload, supervisor);
    if (choice.staff !== null) return decided(choice.staff, choice, caseload);
    return refused([nobody(choice, caseload)], choice.others);
  }
  const person = caseload.agency.staff.get(wish.staff);
  const problems = person ? objections(person, wish, family, caseload) : [unknown(wish.staff)];
  if (problems.length > 0) return refused(problems);
  const choice = choose(family, caseload, supervisor);
  const families = caseload.carried.get(wish.staff) ?? 0;
  const named = choice.staff !== wish.staff;
  const because = named ? `Named by ${wish.by?.id ?? 'the system'}.` : choice.because;
  const above = caseload.limit !== null && families >= caseload.limit;
  const first =
    named && choice.staff !== null
      ? [{ staff: choice.staff, because: `Would have been chosen. ${choice.because}` }]
      : [];
  return {
    decided: true,
    staff: wish.staff,
    beyondLimit: above,
    because: above
      ? `${because} Carries ${families} of ${caseload.limit} families: above the limit by decision of ${wish.by?.id}.`
      : because,
    others: [...first, ...choice.others.filter((one) => one.staff !== wish.staff)],
  };
}

function decided(staff: string, choice: Choice, { carried, limit }: Caseload): Decision {
  const beyondLimit = limit !== null && (carried.get(staff) ?? 0) >= limit;
  return { decided: true, staff, beyondLimit, because: choice.because, others: choice.others };
}

const refused = (problems: readonly Unmet[], others: readonly Because[] = []): Decision => ({
  decided: false,
  unmet: problems,
  others,
});

const unknown = (staff: string): Unmet =>
  unmet('unknown-staff', 'staff', `The agency has nobody with the id ${staff}.`, 'Add the person to the agency first.');

function objections(person: Staff, wish: Wish, family: Family, caseload: Caseload): Unmet[] {
  const { role, on, carried, limit, unit } = caseload;
  const problems: Unmet[] = [];
  if (!isActive(person, on))
    problems.push(unmet('inactive-staff', 'staff', `${person.id} is not active.`, 'Choose somebody who is.'));
  if (person.role !== role)
    problems.push(unmet('other-role', 'staff', `${person.id} is ${person.role}, not ${role}.`, `Choose a ${role}.`));
  if (person.unit !== unit)
    problems.push(unmet('other-unit', 'staff', `${person.id} works in another unit.`, 'Choose somebody of this unit.'));
  if (person.id === family.current)
    problems.push(unmet('duplicate', 'staff', `${person.id} has this family already.`, 'Nothing needs to be done.'));
  else if (family.current !== null && wish.reason === undefined)
    problems.push(
      unmet(
        'reason-missing',
        'reason',
        `${family.current} has this family, and keeps it until permanency.`,
        'Give the `reason` for the change.',
      ),
    );
  const families = carried.get(person.id) ?? 0;
  if (limit !== null && families >= limit && !(wish.reason !== undefined && isSupervisory(wish.by?.role)))
    problems.push({
      ...unmet(
        'over-limit',
        'reason',
        `${person.id} carries ${families} families; the limit is ${limit}.`,
        isSupervisory(wish.by?.role)
          ? 'Give the `reason` for which the limit may be passed.'
          : 'A supervisor may assign it, with a `reason`; or name nobody, and somebody below the limit is chosen.',
      ),
      cites: ['WA-31'],
    });
  return problems;
}

function nobody(choice: Choice, { role }: Caseload): Unmet {
  return {
    ...unmet(
      'nobody-free',
      'staff',
      [choice.because, ...choice.others.map((one) => `${one.staff}: ${one.because}`)].join(' '),
      `A supervisor names a ${role}, or lets one be chosen, with the \`reason\` for which the limit may be passed.`,
    ),
    cites: ['WA-17', 'WA-31'],
  };
}

/** A duty of the program is that somebody holds this role. */
export const owesStaff = (program: Program, role: string): boolean =>
  program.duties.some(({ done }) => done.done === 'word' && done.word === 'staffed' && done.args['role'] === role);

/** A family that goes to somebody else, or cannot. */
export interface Move {
  readonly caseId: string;
  readonly to: string | null;
  readonly beyondLimit: boolean;
  readonly because: string;
  readonly others: readonly Because[];
}

/** Where each family of one person goes, one after the other: who takes the first counts it for the second. */
export function distribute(families: readonly Family[], caseload: Caseload, beyondLimit = false): Move[] {
  const carried = new Map(caseload.carried);
  return [...families]
    .sort((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0))
    .map((family): Move => {
      const now = { ...caseload, carried };
      const within = choose(family, now);
      const choice = within.staff === null && beyondLimit ? choose(family, now, true) : within;
      const { staff } = choice;
      if (staff === null)
        return { caseId: family.caseId, to: null, beyondLimit: false, because: choice.because, others: choice.others };
      const families = carried.get(staff) ?? 0;
      carried.set(staff, families + 1);
      const above = caseload.limit !== null && families >= caseload.limit;
      return { caseId: family.caseId, to: staff, beyondLimit: above, because: choice.because, others: choice.others };
    });
}
