// The one invitation that a token or a code opens, if it still stands.
import { givenFor, type Given } from '../../domain/answers';
import type { Meeting } from '../../domain/case-file';
import type { AnswerLink, Person } from '../../store/types';
import { isCode, isToken, type AnswerLinks } from '../../platform/answer-links';
import type { Deps } from '../deps';
import { planNow } from '../plan-now';
import type { Form } from './form';

export interface Proof {
  readonly by: 'link' | 'code';
  readonly stored: { readonly hash: string } | { readonly codeHash: string };
  /** What is counted by the limits. */
  readonly hash: string;
}

export function proofIn({ token, code }: Form, links: AnswerLinks): Proof | null {
  if (isToken(token)) {
    const hash = links.hashOf(token);
    return { by: 'link', stored: { hash }, hash };
  }
  if (!isCode(code)) return null;
  const codeHash = links.codeHashOf(code);
  return { by: 'code', stored: { codeHash }, hash: codeHash };
}

export interface OpenInvitation {
  readonly by: Proof['by'];
  readonly link: AnswerLink;
  readonly person: Person;
  readonly meeting: Meeting;
  /** The answer that counts. */
  readonly given: Given | null;
}

/** The table says quickly that a link is no good; that it is good the journal has the last word on. */
export async function openInvitation(deps: Deps, proof: Proof): Promise<OpenInvitation | null> {
  const link = await deps.store.answerLink(proof.stored, deps.now());
  if (!link) return null;
  const [{ file, plan }, people] = await Promise.all([
    planNow(deps, link.caseId),
    deps.store.people({ caseId: link.caseId, ids: [link.participant] }),
  ]);
  const [person] = people;
  const meeting = file.meetings.get(link.meeting);
  const invitation = plan?.invitations.find((one) => one.meeting === link.meeting && one.to.id === link.participant);
  if (!person || !meeting || invitation?.state !== 'invited') return null;
  if (meeting.startsAt !== link.startsAt || meeting.zone !== link.zone) return null;
  // A link that was sent before the mailbox became unsafe.
  if (person.highRisk && proof.by === 'link') return null;
  return { by: proof.by, link, person, meeting, given: givenFor(file, meeting, link.participant) };
}
