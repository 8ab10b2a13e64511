// Whether every case is kept alive and owned by somebody: for operators. Ids, codes and counts, nothing of what a case is about.
import { integrityReport, mended } from '../answers-integrity';
import * as contracts from '../contracts-integrity';
import type { Deps } from '../deps';
import { operation, type Answer } from '../operation';
import { notFound, Problem } from '../problems';
import { param } from './about-case';

const LONGEST_CHECK = 60_000;

export const readIntegrity = operation({
  id: 'readIntegrity',
  needs: 'watch-system',
  summary: 'What the last look at all open cases found, each with the command that mends it',
  answers: { 200: integrityReport },
  async handle(call) {
    return report(call.deps);
  },
});

export const checkIntegrity = operation({
  id: 'checkIntegrity',
  needs: 'watch-system',
  summary: 'Look at all open cases now; it is done each day by itself',
  body: contracts.checkNow,
  safe: true,
  answers: { 200: integrityReport },
  async handle(call) {
    if (await call.deps.integrity.check(LONGEST_CHECK)) return report(call.deps);
    throw new Problem(
      'unavailable',
      'It takes longer than a minute and goes on. GET /v1/integrity tells what it found.',
      [],
      {
        'Retry-After': '60',
      },
    );
  },
});

export const mendCase = operation({
  id: 'mendCase',
  needs: 'watch-system',
  summary: 'Start the workflow of a case if it does not run, write anew what lists show of it, and have it plan again',
  about: 'Changes nothing on record, and does no harm to a case that is sound.',
  body: contracts.mend,
  answers: { 200: mended },
  async handle(call) {
    const { deps } = call;
    const caseId = param(call, 'case');
    if (call.access.row === null) throw notFound();
    await deps.store.dropProjection(caseId);
    await deps.cases.start(caseId);
    await deps.cases.reconsider(caseId);
    return { status: 200, body: { case: caseId, state: 'mended' } };
  },
});

async function report({ store }: Deps): Promise<Answer> {
  const last = await store.lastReport();
  return {
    status: 200,
    body: {
      at: last ? new Date(last.at).toISOString() : null,
      cases: last?.cases ?? 0,
      findings: (last?.findings ?? []).map((one) => ({ ...one })),
    },
  };
}
