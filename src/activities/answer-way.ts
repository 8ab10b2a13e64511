// How the reader of a letter about a meeting may answer. The right to answer is in the store before the letter leaves.
import type { Meeting, Proposal } from '../domain/case-file';
import type { Intent } from '../domain/ledger';
import type { AnswerLinks } from '../platform/answer-links';
import { rightToAnswer, rightToChoose, type Right } from '../platform/answer-rights';
import type { Person, Store } from '../store/types';
import type { ComposeInput } from './messenger';

export interface AnswerWay {
  readonly intent: Intent;
  readonly caseId: string;
  readonly person: Person;
  readonly meeting: Meeting;
  readonly now: number;
}

interface Ports {
  readonly store: Store;
  readonly links: AnswerLinks;
}

export async function answerWay(
  { store, links }: Ports,
  { intent, caseId, person, meeting, now }: AnswerWay,
): Promise<ComposeInput['answer']> {
  // Staff have the case before them; to a meeting that is off there is nothing to answer.
  if (intent.to.kind !== 'participant' || intent.method === 'CANCEL') return undefined;
  return wayTo({ store, links }, { person, now, right: rightToAnswer({ caseId, participant: person.id, meeting }) });
}

/** How the reader of the question which time would suit may answer it. */
export function timesWay(
  ports: Ports,
  { caseId, person, proposal, now }: { caseId: string; person: Person; proposal: Proposal; now: number },
): Promise<ComposeInput['answer']> {
  return wayTo(ports, { person, now, right: rightToChoose({ caseId, participant: person.id, proposal }) });
}

async function wayTo(
  { store, links }: Ports,
  { person, now, right }: { person: Person; now: number; right: Right },
): Promise<ComposeInput['answer']> {
  const { expiresAt, ...asked } = right;
  const { token, code, hash, codeHash } = links.proofFor(asked);
  await store.keepAnswerLink({ ...asked, hash, codeHash, expiresAt }, now);
  return person.highRisk
    ? { url: links.page(person.language), code: null }
    : { url: links.page(person.language, token), code };
}
