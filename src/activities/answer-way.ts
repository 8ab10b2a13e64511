// How the reader of a letter about a meeting may answer. The right to answer is in the store before the letter leaves.
import type { Meeting } from '../domain/case-file';
import type { Intent } from '../domain/ledger';
import { startOf } from '../domain/notices';
import type { AnswerLinks } from '../platform/answer-links';
import type { Person, Store } from '../store/types';
import type { ComposeInput } from './messenger';

export interface AnswerWay {
  readonly intent: Intent;
  readonly caseId: string;
  readonly person: Person;
  readonly meeting: Meeting;
  readonly now: number;
}

export async function answerWay(
  { store, links }: { readonly store: Store; readonly links: AnswerLinks },
  { intent, caseId, person, meeting, now }: AnswerWay,
): Promise<ComposeInput['answer']> {
  // Staff have the case before them; to a meeting that is off there is nothing to answer.
  if (intent.to.kind !== 'participant' || intent.method === 'CANCEL') return undefined;
  const { startsAt, zone } = meeting;
  const { token, code, hash, codeHash } = links.proofFor({
    caseId,
    meeting: meeting.id,
    participant: person.id,
    startsAt,
    zone,
  });
  const link = { hash, codeHash, caseId, meeting: meeting.id, participant: person.id, startsAt, zone };
  await store.keepAnswerLink({ ...link, purpose: 'answer', expiresAt: startOf(meeting) }, now);
  return person.highRisk
    ? { url: links.page(person.language), code: null }
    : { url: links.page(person.language, token), code };
}
