// Many meetings at once: what a closed office concerns, and one command that moves what was agreed. Each meeting is a request of its
// own to its own case, with a result of its own; asked again with the same key nothing is done twice.
import type { z } from 'zod';
import { agencyOf } from '../../domain/agency';
import { day } from '../../domain/calendar';
import { fold } from '../../domain/case-file';
import { meetingsIn, movedTo, type Closure } from '../../domain/moves';
import type { Meeting } from '../../domain/case-file';
import type { CaseRow } from '../../store/types';
import { accessTo, requireEvents } from '../access';
import * as answers from '../answers';
import { handIn } from '../commands';
import * as contracts from '../contracts';
import type { Actor, Deps } from '../deps';
import { operation, type Call } from '../operation';
import { planNow } from '../plan-now';
import { rights } from '../permissions';
import { notFound, pointerTo, Problem } from '../problems';
import { rehearse } from '../rehearse';

export const previewMoves = operation({
  id: 'previewMoves',
  needs: 'hold-meetings',
  summary:
    'Which meetings a holiday or a closed office concerns: when each would be instead, who would be told, what stands against it',
  about: 'Changes nothing and tells nobody. The meetings that are to move are sent to /v1/meetings/moves.',
  body: contracts.previewMoves,
  safe: true,
  answers: { 200: answers.moves },
  async handle(call) {
    const { deps, actor, body } = call;
    const unit = body.unit ?? (rights[actor.role]['hold-meetings'] === 'all' ? null : actor.unit);
    const data = await deps.store.agency();
    if (!data) throw new Problem('unavailable', 'No agency is set up.');
    const closure = { from: day(body.from), to: day(body.to) };
    const rows = await deps.store.cases({ ...(unit === null ? {} : { unit }), finished: false });
    const found: { row: CaseRow; meeting: Meeting }[] = [];
    for (const row of rows) found.push(...(await concerned(deps, actor, row, closure)));
    found.sort((a, b) => a.meeting.startsAt.localeCompare(b.meeting.startsAt));
    const names = new Map((await deps.store.people({ caseId: null })).map((one) => [one.id, one.name]));
    const meetings = [];
    for (const { row, meeting } of found.slice(0, contracts.MOST_MOVES)) {
      const proposed = movedTo(meeting.startsAt, closure, body.rule, agencyOf(data).holidays);
      meetings.push(await shown({ deps, actor, row, meeting, proposed, reason: body.reason, names }));
    }
    const more = found.length - meetings.length;
    return { status: 200, body: { from: body.from, to: body.to, unit, meetings, more } };
  },
});

/** Of the cases whose meetings the caller may move. */
async function concerned(
  deps: Deps,
  actor: Actor,
  row: CaseRow,
  closure: Closure,
): Promise<{ row: CaseRow; meeting: Meeting }[]> {
  const meetings = meetingsIn(fold(await deps.store.journal(row.caseId)), closure);
  if (meetings.length === 0) return [];
  const access = await accessTo(deps, actor, row.caseId);
  return access?.may('hold-meetings') ? meetings.map((meeting) => ({ row, meeting })) : [];
}

interface Showing {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly row: CaseRow;
  readonly meeting: Meeting;
  readonly proposed: string;
  readonly reason: string | undefined;
  readonly names: ReadonlyMap<string, string>;
}

async function shown({ deps, actor, row, meeting, proposed, reason, names }: Showing) {
  const { caseId, unit } = row;
  const { id, kinds, startsAt, zone } = meeting;
  const event = {
    type: 'MeetingRescheduled' as const,
    meeting: id,
    startsAt: proposed,
    zone,
    ...(reason === undefined ? {} : { reason }),
  };
  const [{ plan }, tried, people] = await Promise.all([
    planNow(deps, caseId),
    rehearse(deps, caseId, actor.staffId, [event]),
    deps.store.people({ caseId }),
  ]);
  const own = new Map(people.map((one) => [one.id, one.name]));
  const invited = (plan?.invitations ?? []).filter((one) => one.meeting === id && one.state === 'invited');
  return {
    case: caseId,
    unit,
    meeting: id,
    kinds,
    startsAt,
    zone,
    proposed,
    tells: invited.map(({ to }) => ({
      kind: to.kind,
      id: to.id,
      name: (to.kind === 'staff' ? names : own).get(to.id) ?? null,
    })),
    unmet: tried.outcomes[0]?.unmet ?? [],
  };
}

type Body = z.output<typeof contracts.moveMeetings>;
type Move = Body['moves'][number];
/** So many at a time: a case answers one after the other. */
const AT_ONCE = 8;
/** Once one case has not answered in time, Temporal is away: the others are kept without waiting. */
const NOT_WAITED_MS = 100;

export const moveMeetings = operation({
  id: 'moveMeetings',
  needs: 'hold-meetings',
  summary: 'Move the meetings that were agreed: each as if by itself, each with a result of its own',
  about:
    'Those invited to a meeting that is moved are told at once. A meeting that has moved meanwhile, or that may not be moved so, is refused and stays as it is; the others are moved all the same.',
  body: contracts.moveMeetings,
  answers: { 200: answers.movesDone },
  async handle(call) {
    const waiting: Move[] = [...call.body.moves];
    const done = new Map<Move, Result>();
    let deps = call.deps;
    const work = async (): Promise<void> => {
      for (let move = waiting.shift(); move; move = waiting.shift()) {
        const result = await moveOne({ ...call, deps }, move);
        if (result.state === 'safe') deps = { ...deps, answerWithinMs: NOT_WAITED_MS };
        done.set(move, result);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const results = call.body.moves.map((move) => done.get(move)!);
    const count = (state: Result['state']): number => results.filter((one) => one.state === state).length;
    return {
      status: 200,
      body: { recorded: count('recorded'), safe: count('safe'), refused: count('refused'), results },
    };
  },
});

interface Result {
  readonly case: string;
  readonly meeting: string;
  readonly state: 'recorded' | 'safe' | 'refused';
  readonly request: string | null;
  readonly problem: object | null;
}

async function moveOne(call: Call<Body, unknown>, move: Move): Promise<Result> {
  const { deps, actor, body } = call;
  const { case: caseId, meeting, startsAt, zone, wasAt } = move;
  const at = ['moves', body.moves.indexOf(move)];
  const entryId = `e${deps.ids.derived(call.entryId, `move/${caseId}/${meeting}`, 40)}`;
  const fingerprint = deps.ids.derived(
    'move',
    JSON.stringify([caseId, meeting, wasAt, startsAt, zone, body.reason]),
    40,
  );
  const event = { type: 'MeetingRescheduled' as const, meeting, startsAt, zone, wasAt, reason: body.reason };
  try {
    const access = await accessTo(deps, actor, caseId);
    if (!access?.may('read-case')) throw notFound();
    requireEvents(actor, [{ event, pointer: pointerTo(at) }], access.may, () => undefined);
    const placed = [{ event, at, called: { reason: ['reason'] } }];
    const answer = await handIn({ ...call, entryId, fingerprint }, { caseId, placed, missing: ['unknown-meeting'] });
    const said = answer.body as { readonly state: 'recorded' | 'safe'; readonly request: string };
    return { case: caseId, meeting, state: said.state, request: said.request, problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { instance: _instance, ...problem } = error.body('');
    return { case: caseId, meeting, state: 'refused', request: null, problem };
  }
}
