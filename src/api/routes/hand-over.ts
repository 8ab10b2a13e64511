// All cases of somebody who leaves, or is away for long, go to others: first shown, then done with one command.
import { agencyOf } from '../../domain/agency';
import { dayOf } from '../../domain/calendar';
import { heldBy, movesOf } from '../../store/caseload-facts';
import type { CaseloadMove } from '../../store/caseload-types';
import { mayInUnit } from '../access';
import * as answers from '../answers-caseload';
import { askUnit } from '../caseloads';
import * as contracts from '../contracts-caseload';
import { operation } from '../operation';
import { notFound } from '../problems';
import { param } from './about-case';
import { kept, moveBody, settled } from './caseloads';

export const handOver = operation({
  id: 'handOver',
  needs: 'hand-over',
  summary: 'Hand over all cases of somebody who leaves or is away: shown first, done with `confirm`',
  about:
    'Each case goes from one to the other in one entry, so that there is no moment between. Sent again with the same key it is done once; what a case refuses, and what nobody can take, is listed. It goes on after a crash.',
  body: contracts.handOver,
  answers: { 200: answers.handOver, 202: answers.keptByUnit },
  async handle(call) {
    const { deps, actor, body } = call;
    const id = param(call, 'staff');
    const data = await deps.store.agency();
    const person = data?.staff.find((one) => one.id === id);
    if (!data || !person || !(await mayInUnit(deps, actor, 'hand-over', person.unit))) throw notFound();
    const { unit } = person;
    if (!body.confirm) {
      const agency = agencyOf(data);
      const today = {
        store: deps.store,
        context: { agency, programs: deps.programs },
        on: dayOf(deps.now(), data.zone),
      };
      const moves = await movesOf(today, { id: 'preview', unit }, await heldBy(today, id), {
        staff: id,
        beyondLimit: body.beyondLimit,
      });
      return { status: 200, body: shown('preview', id, null, moves) };
    }
    const request = await askUnit(deps, {
      id: call.entryId,
      unit,
      by: actor.staffId,
      ask: { kind: 'hand-over', staff: id, reason: body.reason, beyondLimit: body.beyondLimit },
      fingerprint: call.fingerprint,
    });
    const moves = await settled(deps, request);
    return moves === null ? kept(request) : { status: 200, body: shown('recorded', id, request.id, moves) };
  },
});

function shown(state: 'preview' | 'recorded', staff: string, request: string | null, moves: readonly CaseloadMove[]) {
  const count = (wanted: CaseloadMove['state']): number => moves.filter((one) => one.state === wanted).length;
  return {
    state,
    staff,
    request,
    moves: moves.map(moveBody),
    recorded: count('recorded'),
    refused: count('refused'),
    left: count('left'),
  };
}
