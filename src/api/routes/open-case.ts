import type { z } from 'zod';
import type { CaseEvent } from '../../domain/events';
import { proseFields } from '../../domain/free-words';
import type { Person } from '../../store/types';
import { mayAtOpening, mayOpenIn, requireEvents } from '../access';
import { recorded, safe } from '../answers';
import { handIn } from '../commands';
import { openCase as contract } from '../contracts';
import { operation, type Call } from '../operation';
import { personFrom } from '../person-from';
import { pointerIn, type Placed } from '../placed';
import { pointerTo, Problem, refusal } from '../problems';
import { rehearse } from '../rehearse';

type Body = z.output<typeof contract>;

export const openCase = operation({
  id: 'openCase',
  needs: 'open-case',
  summary: 'Open a case',
  about:
    'Names and addresses go into the directory, everything else on record. A case that is opened with old dates answers with what it owes, and sends nothing about the past unless `tellPast` is true.',
  body: contract,
  answers: { 201: recorded, 202: safe },
  async handle(call) {
    const { deps, actor, body, entryId } = call;
    await requireUnit(call, body.unit);
    // What comes with an opening is part of it; what is more must be within the caller's rights.
    requireEvents(
      actor,
      body.events.map((event, i) => ({ event, pointer: pointerTo(['events', i]) })),
      (permission) => mayAtOpening(actor, permission),
      () => undefined,
    );
    const caseId = `case-${deps.ids.derived(entryId, 'case', 32)}`;
    const { placed, people } = opening(call, caseId);
    // Asked beforehand: a case whose opening is refused would have no journal to keep the refusal in.
    if (!(await deps.store.entry(caseId, entryId))) {
      const events = placed.map((one) => one.event);
      const { outcomes } = await rehearse(deps, caseId, actor.staffId, events);
      const unmet = outcomes[0]?.unmet ?? [];
      // That one is kept already: sent again, it is known by its key.
      if (unmet.length > 0 && !unmet.some((one) => one.code === 'already-open'))
        throw refusal(unmet, (field) => pointerIn(placed, field), caseId);
    }
    return handIn(call, { caseId, placed, people, opens: body.unit, tellPast: body.tellPast, creates: true });
  },
});

async function requireUnit({ deps, actor }: Call<Body, unknown>, unit: string): Promise<void> {
  const agency = await deps.store.agency();
  const error = { pointer: '/unit', cites: [] };
  if (!agency?.staff.some((person) => person.unit === unit))
    throw new Problem('refused', 'Nothing was recorded.', [
      { ...error, code: 'unknown-unit', says: 'Nobody of the agency works in a unit of that name.' },
    ]);
  if (!mayOpenIn(actor, unit))
    throw new Problem('not-permitted', 'Nothing was recorded.', [
      { ...error, code: 'other-unit', says: 'You open cases in your own unit.', mend: 'Ask somebody of that unit.' },
    ]);
}

function opening({ deps, body, entryId }: Call<Body, unknown>, caseId: string): { placed: Placed[]; people: Person[] } {
  const personId = (what: string): string => `p-${deps.ids.derived(entryId, what, 24)}`;
  const children = body.children.map((_, i) => personId(`child:${i + 1}`));
  const participants = body.participants.map((_, i) => personId(`participant:${i + 1}`));
  const aliases = new Map([
    ...children.map((id, i) => [`child:${i + 1}`, id] as const),
    ...participants.map((id, i) => [`participant:${i + 1}`, id] as const),
  ]);
  const on = body.openedOn === undefined ? {} : { on: body.openedOn };
  const dated = { on: ['openedOn'] };
  const placed: Placed[] = [
    { event: { type: 'CaseOpened', ...on, unit: body.unit }, at: [], called: dated },
    ...body.children.map((child, i): Placed => {
      const household = child.household === undefined ? {} : { household: child.household };
      return {
        event: { type: 'ChildAdded', ...on, child: children[i]!, bornOn: child.bornOn, ...household },
        at: ['children', i],
        called: dated,
      };
    }),
    ...body.participants.map((one, i): Placed => ({
      event: {
        type: 'ParticipantAdded',
        ...on,
        participant: participants[i]!,
        role: one.role,
        ...(one.children ? { children: resolved(one.children, aliases) } : {}),
        ...(one.household === undefined ? {} : { household: one.household }),
      },
      at: ['participants', i],
      called: dated,
    })),
    ...body.programs.map((program, i): Placed => ({
      event: { type: 'ProgramEnrolled', ...on, program },
      at: [],
      called: { ...dated, program: ['programs', i] },
    })),
    ...(['caseworker', 'facilitator'] as const).flatMap((role): Placed[] => {
      const staff = body.staff[role];
      return staff === undefined
        ? []
        : [
            {
              event: { type: 'StaffAssigned', ...on, staff, role },
              at: [],
              called: { ...dated, staff: ['staff', role] },
            },
          ];
    }),
    ...body.events.map((event, i): Placed => ({ event: resolved(event, aliases), at: ['events', i] })),
  ];
  return {
    placed,
    people: [
      ...body.children.map((child, i) => personFrom(children[i]!, caseId, child)),
      ...body.participants.map((one, i) => personFrom(participants[i]!, caseId, one)),
    ],
  };
}

/** The same with child:1, participant:2 … replaced by the ids, wherever an id may stand. */
function resolved<T extends CaseEvent | readonly string[]>(value: T, aliases: ReadonlyMap<string, string>): T {
  const visit = (item: unknown): unknown => {
    if (typeof item === 'string') return aliases.get(item) ?? item;
    if (Array.isArray(item)) return item.map(visit);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(
      Object.entries(item).map(([key, inner]) => [key, proseFields.has(key) ? inner : visit(inner)]),
    );
  };
  return visit(value) as T;
}
