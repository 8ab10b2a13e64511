// Reading one case. Dates are derived when they are asked for, from what is on record, by the function that the case itself uses.
import { whatIfAnswer } from '../answers';
import * as answers from '../answers-case';
import { withoutConfidential } from '../confidential';
import { explanationQuery, whatIf } from '../contracts';
import { explain } from '../../domain/explain';
import { operation } from '../operation';
import { notFound, Problem } from '../problems';
import { rehearse } from '../rehearse';
import { iso } from '../../domain/calendar';
import { caseViewOf } from '../case-view';
import { planNow } from '../plan-now';
import { requestName } from '../commands';
import { recordedCase } from './about-case';

export const readCase = operation({
  id: 'readCase',
  needs: 'read-case',
  summary: 'A case: what is owed, by whom, until when and why; people, meetings, what it waits for',
  answers: { 200: answers.caseView },
  async handle(call) {
    const row = recordedCase(call);
    return { status: 200, body: await caseViewOf(call.deps, row) };
  },
});

export const explainObligation = operation({
  id: 'explainObligation',
  needs: 'read-case',
  summary: 'Why this date: which event, which rule, which arithmetic, which sentence of the policy',
  query: explanationQuery,
  answers: { 200: answers.explanation },
  async handle(call) {
    const { caseId } = recordedCase(call);
    const { plan } = await planNow(call.deps, caseId);
    if (!plan)
      throw new Problem('unavailable', 'The case cannot be planned at the moment.', [], { 'Retry-After': '60' });
    const found = plan.obligations.find((one) => one.key === call.query.key);
    if (!found) throw notFound();
    const lines = explain(found, call.deps.sources);
    const due = found.due === null ? null : iso(found.due);
    return { status: 200, body: { key: found.key, status: found.status, due, lines } };
  },
});

export const readHistory = operation({
  id: 'readHistory',
  needs: 'read-case',
  summary: 'Everything that was recorded, corrected or retracted, and everything that was refused',
  answers: { 200: answers.history },
  async handle(call) {
    const { deps } = call;
    const { caseId } = recordedCase(call);
    const [{ journal, standing }, entries] = await Promise.all([planNow(deps, caseId), deps.store.entries(caseId)]);
    return {
      status: 200,
      body: await withoutConfidential(deps.store, caseId, {
        case: caseId,
        journal: journal.map((line) => ({
          id: line.id,
          seq: line.seq,
          recordedAt: new Date(line.recordedAt).toISOString(),
          by: line.by,
          request: requestName({ caseId, entryId: line.entry }),
          stands: standing.has(line.id),
          event: line.event,
        })),
        refused: entries
          .filter((entry) => !entry.outcome.accepted)
          .map((entry) => ({
            request: requestName({ caseId, entryId: entry.outcome.id }),
            recordedAt: new Date(entry.recordedAt).toISOString(),
            unmet: entry.outcome.unmet ?? [],
          })),
      }),
    };
  },
});

export const askWhatIf = operation({
  id: 'askWhatIf',
  needs: 'read-case',
  summary: 'What would change if this were recorded: nothing is recorded, nothing is sent',
  body: whatIf,
  safe: true,
  answers: { 200: whatIfAnswer },
  async handle(call) {
    const { caseId } = recordedCase(call);
    const { outcomes, changes } = await rehearse(call.deps, caseId, call.actor.staffId, call.body.events);
    const admitted = outcomes[0]?.accepted === true;
    return {
      status: 200,
      body: {
        case: caseId,
        recorded: false,
        admitted,
        unmet: outcomes[0]?.unmet ?? [],
        changes: admitted ? changes : [],
      },
    };
  },
});
