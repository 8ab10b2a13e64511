// Codes for those who have no link: told by voice, to one person.
import { startOf } from '../../domain/notices';
import { openProposal } from '../../domain/times';
import { rightToAnswer, rightToChoose, type Right } from '../../platform/answer-rights';
import { answerCode } from '../answers-case';
import * as contracts from '../contracts';
import { operation, type Call } from '../operation';
import { planNow } from '../plan-now';
import { Problem } from '../problems';
import { param, recordedCase } from './about-case';

const forWhom =
  'For people whose mail others may read, and for those without mail or without a browser that runs scripts. It is good for one person';

export const tellCode = operation({
  id: 'tellCode',
  needs: 'hold-meetings',
  summary: 'The code by which somebody answers an invitation without its link: to be told to that person, by voice',
  about: `${forWhom} and one time of the meeting, until the meeting begins or moves.`,
  body: contracts.tellCode,
  safe: true,
  answers: { 200: answerCode },
  async handle(call) {
    const { caseId, id, participant, now } = await asked(call);
    const meeting = now.file.meetings.get(id);
    const invitation = now.plan?.invitations.find(
      ({ meeting: of, to, state }) =>
        of === id && to.kind === 'participant' && to.id === participant && state === 'invited',
    );
    if (!meeting || !invitation || startOf(meeting) <= call.deps.now())
      throw new Problem('not-found', 'This person holds no invitation to a meeting still to come.');
    return told(call, rightToAnswer({ caseId, participant, meeting }));
  },
});

export const tellTimesCode = operation({
  id: 'tellTimesCode',
  needs: 'hold-meetings',
  summary:
    'The code by which somebody says which of the proposed times would suit: to be told to that person, by voice',
  about: `${forWhom} and the times that are proposed now, until the meeting is set.`,
  body: contracts.tellCode,
  safe: true,
  answers: { 200: answerCode },
  async handle(call) {
    const { caseId, id, participant, now } = await asked(call);
    const proposal = openProposal(now.file, id);
    const ask = now.plan?.asked.find(
      ({ meeting, to, state }) => meeting === id && to.id === participant && state === 'asked',
    );
    if (!proposal || !ask) throw new Problem('not-found', 'This person is not asked for a time now.');
    return told(call, rightToChoose({ caseId, participant, proposal }));
  },
});

async function asked(call: Call<unknown, unknown>) {
  const { caseId } = recordedCase(call);
  return {
    caseId,
    id: param(call, 'meeting'),
    participant: param(call, 'person'),
    now: await planNow(call.deps, caseId),
  };
}

async function told({ deps }: Call<unknown, unknown>, right: Right) {
  const { caseId, meeting, participant, expiresAt } = right;
  const { code, hash, codeHash } = deps.answerLinks.proofFor(right);
  const language = (await deps.store.people({ caseId, ids: [participant] }))[0]?.language;
  await deps.store.keepAnswerLink({ ...right, hash, codeHash }, deps.now());
  const page = deps.answerLinks.page(language ?? 'en');
  const body = { case: caseId, meeting, participant, code, page, expiresAt: new Date(expiresAt).toISOString() };
  return { status: 200, body };
}
