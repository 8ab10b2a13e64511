// What the system tells staff of its own accord: who was assigned, and at which number he or she is reached.
import { dayOf } from './calendar';
import { assignmentOn, type CaseFile, type Happening } from './case-file';
import type { PlainEvent } from './events';
import { ownerOf } from './owners';
import type { Intent } from './ledger';
import type { Notice } from './notices';
import { knownAt, type Obligation } from './obligation';
import type { Context } from './plan';
import type { Duty } from './rule';
import type { TurnEntry } from './turn';
import type { View } from './view';

/** Nothing where its time was over when it became known, unless the entry asked for what is past. */
export function announcementsOf(o: Obligation, view: View): Notice[] {
  const known = knownAt(o.why);
  if (o.tells === undefined || known.at === -Infinity) return [];
  if (o.due !== null && dayOf(known.at, view.agency.zone) > o.due && !known.tellPast) return [];
  const child = o.subject.child ?? childIn(o.subject.trigger);
  return Object.keys(o.tells.roles).flatMap((role): Notice[] => {
    const { staff } = ownerOf(role, view, child);
    if (staff === null) return [];
    return [
      {
        key: `${o.group}/announce-${role}/${staff}`,
        kind: 'announce',
        to: { kind: 'staff', id: staff },
        about: o.group,
        topic: 'duty',
        due: null,
        at: known.at,
        rung: role,
        urgency: 'now',
        tellPast: known.tellPast,
      },
    ];
  });
}

/** The event that such a message is about: the last part of the duty's group. */
const subjectOf = (intent: Intent, file: CaseFile): Happening | undefined => {
  const id = intent.about.split('/').slice(2).join('/');
  return file.happenings.find((h) => h.id === id);
};

/** Staff id of the person who is introduced. */
export function introducedBy(intent: Intent, duty: Duty, file: CaseFile, today: number): string | null {
  const trigger = subjectOf(intent, file);
  if (trigger?.event.type === 'StaffAssigned') return trigger.event.staff;
  return duty.tells ? (assignmentOn(file, duty.tells.introduces, today, childIn(trigger))?.staff ?? null) : null;
}

/** What goes on record when such a message has left. */
export function announcedEntry(intent: Intent, { programs }: Pick<Context, 'programs'>): TurnEntry | null {
  const [program, duty, ...anchor] = intent.about.split('/');
  const tells = programs.find(({ id }) => id === program)?.duties.find(({ id }) => id === duty)?.tells;
  const part = tells?.roles[intent.rung];
  if (intent.kind !== 'announce' || tells === undefined || part === undefined) return null;
  const about = anchor.join('/');
  const told = { type: 'ActionTaken', kind: tells.kind, about, parts: [part, ...tells.parts] } satisfies PlainEvent;
  // For one event each role is told once, unless its holder changes before both were told.
  return { id: `announced:${about}/${intent.rung}/${intent.to.id}`, by: 'system', events: [told] };
}

function childIn(trigger: Happening | undefined): string | undefined {
  const event = trigger?.event;
  return event && 'children' in event ? event.children?.[0] : undefined;
}
