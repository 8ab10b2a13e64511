// How the reader of a request for a decision may decide: by a link of this letter, for this person and this request alone. The right
// is in the store before the letter leaves.
import type { CaseFile } from '../domain/case-file';
import type { Intent } from '../domain/ledger';
import { isOpen } from '../domain/notices';
import type { Context } from '../domain/plan';
import { mayNotDecide, requestsIn } from '../domain/sign-offs';
import { View } from '../domain/view';
import type { AnswerLinks } from '../platform/answer-links';
import type { Person, Store } from '../store/types';
import type { ComposeInput } from './messenger';

export interface DecideWay {
  readonly intent: Intent;
  readonly caseId: string;
  readonly person: Person;
  readonly file: CaseFile;
  readonly context: Context;
  readonly now: number;
}

const DAY_MS = 86_400_000;

export async function decideWay(
  { store, links }: { readonly store: Store; readonly links: AnswerLinks },
  { intent, caseId, person, file, context, now: clock }: DecideWay,
): Promise<ComposeInput['decide']> {
  if (intent.kind !== 'requestSignOff' && intent.kind !== 'escalate') return undefined;
  const now = Math.max(clock, intent.at);
  const view = new View(file, context.agency, context.programs, now);
  const open = requestsIn(view).find((o) => o.group === intent.about && isOpen(o));
  const request = open?.subject.trigger?.id;
  if (!open || request === undefined || mayNotDecide(person.id, open, view)) return undefined;
  const { token, hash } = links.decisionFor({ caseId, request, staff: person.id, letter: intent.key });
  const expiresAt = now + Number(view.setting('signOffLinkDays')) * DAY_MS;
  await store.keepSignOffLink({ hash, caseId, request, staff: person.id, expiresAt }, now);
  return { url: links.decisionPage(person.language, token) };
}
