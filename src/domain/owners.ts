// Who owes a duty: the holder of its role, else whom it falls to; of a decision whoever may make it; of a return whoever asked.
import { approverOf } from './approvers';
import { assignmentOn } from './case-file';
import type { Owner, Subject } from './obligation';
import type { Duty } from './rule';
import { ownSupervisor, somebodyHere, superiorOf, unitOf } from './superiors';
import type { View } from './view';

export function ownerIn(duty: Duty, subject: Subject, child: string | undefined, view: View): Owner {
  return notToOneself(asked(duty, subject, child, view), subject, view);
}

function asked(duty: Duty, subject: Subject, child: string | undefined, view: View): Owner {
  if (duty.owner === 'asker') return askerOf(subject, child, view);
  const owner = view.once(`owner|${duty.owner}|${child ?? ''}`, () => ownerOf(duty.owner, view, child));
  if (duty.signOff === undefined || !subject.trigger) return owner;
  return view.once(`approver|${duty.owner}|${subject.trigger.id}|${child ?? ''}`, () =>
    approverOf(
      { role: duty.owner, nobodyElse: isForNobodyElse(duty) },
      owner,
      { ...subject, ...(child === undefined ? {} : { child }) },
      view,
    ),
  );
}

export const isForNobodyElse = ({ signOff }: Duty): boolean =>
  typeof signOff === 'object' && signOff.nobodyElse === true;

/** Whoever asked for the decision that opened the duty, while he or she works here; else the case worker. */
function askerOf({ trigger }: Subject, child: string | undefined, view: View): Owner {
  const request = trigger?.event.type === 'SignOffDecided' ? view.file.byId.get(trigger.event.request) : trigger;
  const person = request && view.agency.staff.get(request.by);
  return person && view.isHere(person.id)
    ? { role: person.role, staff: person.id, fallback: false }
    : ownerOf('caseworker', view, child);
}

/** Who has what is asked of a role: its holder, else whom it falls to. */
export function ownerOf(role: string, view: View, child: string | undefined): Owner {
  const held = assignmentOn(view.file, role, view.today, child);
  if (held && view.isHere(held.staff)) return { role, staff: held.staff, fallback: false };
  const unit = unitOf(view);
  // The role itself, where one person of the unit holds it (a supervisor), else the unit's supervisor.
  const own =
    ownSupervisor(role, view, child) ??
    (role.endsWith('supervisor') ? somebodyHere(view, (s) => s.role === role && s.unit === unit) : undefined);
  const supervisor =
    own ??
    somebodyHere(view, (s) => s.role === 'supervisor' && s.unit === unit) ??
    somebodyHere(view, (s) => s.role.endsWith('supervisor')) ??
    somebodyHere(view, (s) => s.role === 'program-manager');
  return { role, staff: supervisor?.id ?? null, fallback: own?.role !== role };
}

/** Nobody is set to reach himself or herself: that falls to who is above. */
function notToOneself(owner: Owner, { participant }: Subject, view: View): Owner {
  if (owner.staff === null || owner.staff !== participant) return owner;
  return { ...owner, staff: superiorOf(owner.staff, view), fallback: true };
}
