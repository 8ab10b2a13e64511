// The one question that a token or a code opens, if it still stands: an invitation, or which time would suit.
import { givenFor, type Given } from '../../domain/answers';
import type { Meeting, Proposal } from '../../domain/case-file';
import { openProposal, timesGiven, type TimeGiven } from '../../domain/times';
import type { AnswerLink, Person } from '../../store/types';
import { isCode, isToken, type AnswerLinks } from '../../platform/answer-links';
import { shownPlace } from '../confidential';
import type { Deps } from '../deps';
import { planNow, type Now } from '../plan-now';
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

interface Opened {
  readonly by: Proof['by'];
  readonly link: AnswerLink;
  readonly person: Person;
}

export interface OpenInvitation extends Opened {
  readonly purpose: 'answer';
  readonly meeting: Meeting;
  /** The answer that counts. */
  readonly given: Given | null;
}

export interface OpenSearch extends Opened {
  readonly purpose: 'choose-time';
  readonly proposal: Proposal;
  readonly given: TimeGiven | null;
}

/** The table says quickly that a link is no good; that it is good the journal has the last word on. */
export async function openQuestion(deps: Deps, proof: Proof): Promise<OpenInvitation | OpenSearch | null> {
  const link = await deps.store.answerLink(proof.stored, deps.now());
  if (!link) return null;
  const [now, people] = await Promise.all([
    planNow(deps, link.caseId),
    deps.store.people({ caseId: link.caseId, ids: [link.participant] }),
  ]);
  const [person] = people;
  // A link that was sent before the mailbox became unsafe.
  if (!person || (person.highRisk && proof.by === 'link')) return null;
  const opened: Opened = { by: proof.by, link, person };
  if (link.purpose === 'choose-time') return search(opened, now);
  const found = invitation(opened, now);
  if (found === null) return null;
  const place = await shownPlace(deps.store, link.caseId, found.meeting.place);
  return { ...found, meeting: { ...found.meeting, place } };
}

function invitation(opened: Opened, { file, plan }: Now): OpenInvitation | null {
  const { link } = opened;
  const meeting = file.meetings.get(link.meeting);
  const invited = plan?.invitations.find((one) => one.meeting === link.meeting && one.to.id === link.participant);
  if (!meeting || invited?.state !== 'invited') return null;
  if (meeting.startsAt !== link.startsAt || meeting.zone !== link.zone) return null;
  return { ...opened, purpose: 'answer', meeting, given: givenFor(file, meeting, link.participant) };
}

function search(opened: Opened, { file, plan }: Now): OpenSearch | null {
  const { link } = opened;
  const proposal = openProposal(file, link.meeting);
  const asked = plan?.asked.find((one) => one.meeting === link.meeting && one.to.id === link.participant);
  if (!proposal || asked?.state !== 'asked' || asked.search !== link.startsAt || asked.zone !== link.zone) return null;
  return { ...opened, purpose: 'choose-time', proposal, given: timesGiven(file, proposal, link.participant) };
}
