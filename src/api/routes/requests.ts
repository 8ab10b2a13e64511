import { accessTo } from '../access';
import { requestState } from '../answers';
import { recordedBody, requestName, safeAnswer } from '../commands';
import { operation } from '../operation';
import { notFound, Problem } from '../problems';
import { param } from './about-case';

const WHOLE_BACKLOG = 500;

export const readRequest = operation({
  id: 'readRequest',
  needs: 'own-requests',
  summary: 'What became of a request: safe, recorded (with what it changed) or refused (with what is unmet)',
  answers: { 200: requestState },
  async handle(call) {
    const { deps } = call;
    // The id of a signal is its sender's own, dots and all; a case's has none.
    const [caseId = '', ...rest] = param(call, 'request').split('.');
    const entryId = rest.join('.');
    const access = await accessTo(deps, call.actor, caseId);
    // Also who may not read the case learns what became of his or her own request, an opening for example.
    const own = async (): Promise<boolean> => {
      const request = await deps.store.request(entryId);
      return request?.caseId === caseId && request.by === call.actor.staffId;
    };
    if (!access || !(access.may('read-case') || (await own()))) throw notFound();
    const record = await deps.store.entry(caseId, entryId);
    if (record?.outcome.accepted) return { status: 200, body: await recordedBody(deps, { caseId, entryId }, record) };
    if (record)
      return {
        status: 200,
        body: {
          state: 'refused',
          request: requestName({ caseId, entryId }),
          case: caseId,
          recordedAt: new Date(record.recordedAt).toISOString(),
          unmet: record.outcome.unmet ?? [],
        },
      };
    const backlog = await deps.store.unanswered(deps.now() + 1);
    const kept = backlog.find((row) => row.entryId === entryId && row.caseId === caseId);
    if (kept) return { ...safeAnswer(kept), status: 200 };
    if (backlog.length >= WHOLE_BACKLOG)
      throw new Problem('unavailable', 'Too much waits to be recorded. Try again.', [], { 'Retry-After': '10' });
    throw notFound();
  },
});
