// A request for a decision: who may decide it now, whether it still stands, and what is wrong with a decision that comes too late or
// from the wrong person.
import { askersOf, hasInterest, holdsRole, isAwayToday, nextLevelOf } from './approvers';
import { dayOf, iso, type Instant } from './calendar';
import type { Happening } from './case-file';
import { obligationsOf } from './duties';
import { dutiesOf } from './editions';
import type { Recorded } from './events';
import { isOpen, morning } from './notices';
import { knownAt, type Obligation } from './obligation';
import { actingFor } from './presence';
import { unitOf } from './superiors';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

/** What waits, or has waited, for a decision. */
export function requestsIn(view: View): Obligation[] {
  return dutiesOf(view.programs)
    .filter((versions) => versions.some(({ duty }) => duty.signOff !== undefined))
    .flatMap((versions) => obligationsOf(versions, view))
    .filter((o) => o.asked !== undefined);
}

export function decisionOn(request: string, view: View): Happening | undefined {
  return (view.file.byType.get('SignOffDecided') ?? []).find(
    (h) => h.event.type === 'SignOffDecided' && h.event.request === request,
  );
}

/** From this moment on who is above may decide as well; null: never. */
export function escalatesAt(o: Obligation, view: View): Instant | null {
  const steps = view.numbers('signOffEscalations');
  if (o.asked?.nobodyElse !== false || steps.length === 0) return null;
  return morning(dayOf(knownAt(o.why).at, view.agency.zone) + Math.min(...steps), view);
}

/** Everybody who may decide it now. */
export function decidersOf(o: Obligation, view: View): readonly string[] {
  return view
    .once('could-decide', () => couldDecide(view))
    .concat(o.owner.staff ?? [])
    .filter((id, i, all) => all.indexOf(id) === i && mayNotDecide(id, o, view) === null);
}

/** Of thousands of staff those who are in charge, stand in for somebody, or are put down as such in the case. */
function couldDecide(view: View): readonly string[] {
  const staff = [...view.agency.staff.values()];
  const deputies = new Set(staff.flatMap((s) => (s.absences ?? []).flatMap(({ deputy }) => deputy ?? [])));
  const assigned = new Set(view.file.assignments.map((a) => a.staff));
  return staff
    .filter((s) => /supervisor|manager/.test(s.role) || deputies.has(s.id) || assigned.has(s.id))
    .map((s) => s.id);
}

export const withDeciders = (o: Obligation, view: View): Obligation =>
  o.signOff && isOpen(o) ? { ...o, deciders: decidersOf(o, view) } : o;

/** Why this person may not decide it; null: he or she may. */
export function mayNotDecide(person: string, o: Obligation, view: View): Unmet | null {
  const { trigger } = o.subject;
  if (!trigger) return null;
  if (askersOf(trigger, view).has(person))
    return unmet('own-request', 'request', 'Nobody decides what he or she asked for.', whoMay(o, view));
  if (view.isHere(person) && isRight(person, o, trigger, view))
    return hasInterest(person, trigger, view)
      ? unmet(
          'has-interest',
          'request',
          'Nobody decides on what concerns himself or herself: an assignment of one’s own, or a case that one carries.',
          whoMay(o, view),
        )
      : null;
  return unmet('not-approver', 'request', 'This is for somebody else to decide.', whoMay(o, view));
}

function isRight(person: string, o: Obligation, trigger: Happening, view: View): boolean {
  const { role } = o.owner;
  if (o.asked?.nobodyElse === true && !holdsRole(person, role, view)) return false;
  if (person === o.owner.staff) return true;
  const approvers = view.once(`approvers|${o.key}`, () => approversOf(o, view));
  if (approvers.includes(person)) return true;
  if (approvers.some((id) => standsInFor(id, person, view))) return true;
  const from = escalatesAt(o, view);
  if (from === null || view.now < from) return false;
  return (
    view.agency.staff.get(person)?.role === 'program-manager' ||
    (o.owner.staff !== null && nextLevelOf(o.owner.staff, trigger, view) === person)
  );
}

/** Those who hold the role that decides: for the case, or in its unit; where nobody does, those like the one to whom it fell. */
function approversOf(o: Obligation, view: View): readonly string[] {
  const { role, staff, fallback } = o.owner;
  const unit = unitOf(view);
  const like = fallback && staff !== null ? view.agency.staff.get(staff)?.role : undefined;
  const held = [...view.agency.staff.values()]
    .filter((s) => s.unit === unit && s.role === role)
    .map((s) => s.id)
    .concat(view.file.assignments.filter((a) => a.until === null && a.role === role).map((a) => a.staff));
  if (held.some((id) => view.isHere(id)) || like === undefined) return held;
  return [
    ...held,
    ...[...view.agency.staff.values()].filter((s) => s.unit === unit && s.role === like).map((s) => s.id),
  ];
}

function standsInFor(id: string, person: string, view: View): boolean {
  const one = view.agency.staff.get(id);
  if (!one || (view.isHere(id) && !isAwayToday(one, view))) return false;
  return actingFor(id, view.today, view.agency) === person;
}

/** The role that may, and from when somebody above may as well. */
function whoMay(o: Obligation, view: View): string {
  const from = escalatesAt(o, view);
  const role = o.owner.role.replaceAll('-', ' ');
  const unit = unitOf(view);
  return `Let a ${role}${unit === null ? '' : ` of ${unit}`} decide who did not ask for it, or the deputy while that person is away${
    from === null ? '' : `; from ${iso(dayOf(from, view.agency.zone))} on a program manager may as well`
  }.`;
}

/** What is wrong with this decision. `past`: the case as it was before it. */
export function decisionTrouble(
  decided: { readonly request: string; readonly decision: string; readonly missing?: readonly string[] | undefined },
  by: string,
  journal: readonly Recorded[],
  past: View,
): Unmet[] {
  const shape = missingTrouble(decided);
  const asked = past.file.byId.get(decided.request);
  if (!asked)
    return [
      journal.some((one) => one.id === decided.request)
        ? gone('what asked for it was retracted')
        : unknown(decided.request),
    ];
  const before = decisionOn(decided.request, past);
  if (before) return [alreadyDecided(before, past)];
  const all = requestsIn(past).filter((o) => o.subject.trigger!.id === decided.request);
  const o = all.find(isOpen) ?? all[0];
  if (!o) return [unknown(decided.request)];
  if (!isOpen(o)) return [gone(o.reason ?? replacedBy(o))];
  const barred = mayNotDecide(by, o, past);
  return barred ? [barred] : shape;
}

/** Met by something else than a decision: a form completed anew takes the place of the one that waited. */
function replacedBy({ doneBy }: Obligation): string {
  const by = doneBy?.at(-1);
  return by ? `event ${by.id} took its place` : 'it was met in another way';
}

function missingTrouble({
  decision,
  missing,
}: {
  readonly decision: string;
  readonly missing?: readonly string[] | undefined;
}): Unmet[] {
  if (decision === 'returned' && missing === undefined)
    return [
      unmet(
        'nothing-missing',
        'missing',
        'A request is returned with what is missing.',
        'List in `missing` what is to be supplied before it is asked again, or refuse it.',
      ),
    ];
  if (decision !== 'returned' && missing !== undefined)
    return [
      unmet(
        'nothing-returned',
        'missing',
        'Only a request that is returned has a list of what is missing.',
        'Decide `returned`, or leave the list out.',
      ),
    ];
  return [];
}

const unknown = (request: string): Unmet =>
  unmet(
    'unknown-request',
    'request',
    `Nothing with the id ${request} waits for a decision.`,
    'Look the request up in the obligations of the case.',
  );

const gone = (reason: string): Unmet =>
  unmet(
    'withdrawn',
    'request',
    `This waits for no decision any more: ${reason}.`,
    'Nothing needs to be done; what is asked anew has an id of its own.',
  );

const inThePast = { approved: 'approved', refused: 'refused', returned: 'sent back' } as const;

function alreadyDecided(before: Happening, view: View): Unmet {
  const e = before.event;
  if (e.type !== 'SignOffDecided') return gone('it was decided');
  const role = view.agency.staff.get(before.by)?.role.replaceAll('-', ' ') ?? 'staff';
  return unmet(
    'decided',
    'request',
    `${before.by} (${role}) ${inThePast[e.decision]} this at ${new Date(before.firstKnownAt).toISOString()}.`,
    'Retract the earlier decision, with a reason, to decide anew.',
  );
}
