// The search for a time: several are proposed, everybody asked says which suit, the facilitator chooses. Who is asked, which
// answer counts, and what is said to whom.
import { isExcused } from './answers';
import { day, instantOf, iso, type Instant } from './calendar';
import { inOrder, isLater, participantsOn, type CaseFile, type Happening, type Proposal } from './case-file';
import type { PlainEvent } from './events';
import { hash, morning, type Notice, type Recipient } from './notices';
import { broughtTogether } from './sessions';
import type { View } from './view';

export type TimeAnswer = Extract<PlainEvent, { type: 'MeetingTimeAnswered' }>;
export type TimeGiven = Happening & { readonly event: TimeAnswer };

/** Somebody who is asked. */
export interface TimeAsk {
  readonly meeting: string;
  readonly to: Recipient;
  /** held: two people who must be kept apart are both on the list; nobody is asked about one time for both. */
  readonly state: 'asked' | 'held';
  /** What tells its links from those of another search. */
  readonly search: string;
  readonly zone: string;
}

export function openProposals(file: CaseFile): readonly Proposal[] {
  return [...file.proposals.values()].filter((one) => one.closed === null);
}

/** The search that is under way for a meeting. */
export function openProposal(file: CaseFile, meeting: string): Proposal | null {
  return openProposals(file).find((one) => one.meeting === meeting) ?? null;
}

export const lastSlot = ({ slots, zone }: Pick<Proposal, 'slots' | 'zone'>): Instant =>
  Math.max(...slots.map((slot) => instantOf(day(slot.slice(0, 10)), slot.slice(11), zone)));

/** Another for each proposal, and for each correction of its times. */
export const searchKey = ({ proposed, slots, zone, answerBy }: Proposal): string =>
  `${proposed.id}/${hash([...slots, zone, answerBy].join()).toString(36)}`;

/** Those who are waited for: on the list, in the case, and not left out for a recorded reason. */
export function waitedFor(view: View, { invitees, meeting }: Proposal): readonly string[] {
  const here = new Set(participantsOn(view.file, view.today).map((p) => p.id));
  return invitees.filter((person) => here.has(person) && !isExcused(view.file, meeting, person));
}

export const isTimeAnswer = (h: Happening): h is TimeGiven => h.event.type === 'MeetingTimeAnswered';

/** The last answer of one person to a proposal. */
export function timesGiven(file: CaseFile, proposal: Proposal, person: string): TimeGiven | null {
  const own = (file.byType.get('MeetingTimeAnswered') ?? []).filter(
    (h): h is TimeGiven =>
      isTimeAnswer(h) && h.event.participant === person && answered(file, h)?.proposed.id === proposal.proposed.id,
  );
  return own.reduce<TimeGiven | null>((last, h) => (last !== null && isLater(last, h) ? last : h), null);
}

/** The proposal that an answer was about. */
export function answered(file: CaseFile, h: TimeGiven): Proposal | null {
  const { proposal, meeting } = h.event;
  if (proposal !== undefined) return file.proposals.get(proposal) ?? null;
  const all = [...file.proposals.values()]
    .filter((one) => one.meeting === meeting)
    .sort((a, b) => inOrder(a.proposed, b.proposed));
  return all.findLast((one) => inOrder(one.proposed, h) < 0) ?? all[0] ?? null;
}

/** What a person can come to, of what is proposed now. */
export function suits({ event }: TimeGiven, { slots }: Proposal): readonly string[] {
  return slots.filter((slot) => event.suits.includes(slot));
}

/** Since when nothing more is waited for: everybody has answered, or the day for it has come; null: answers are awaited. */
export function allAnswered(view: View, proposal: Proposal): { readonly by: Happening } | null {
  const given = waitedFor(view, proposal).map((person) => timesGiven(view.file, proposal, person));
  if (given.length === 0 || given.includes(null)) return null;
  return { by: given.flatMap((one) => one ?? []).reduce((a, b) => (isLater(a, b) ? a : b)) };
}

/** Of each time, how many of those who are waited for can come. */
export function countsOf(view: View, proposal: Proposal) {
  const people = waitedFor(view, proposal);
  const given = people.flatMap((person) => timesGiven(view.file, proposal, person) ?? []);
  return {
    asked: people.length,
    answered: given.length,
    slots: proposal.slots.map((startsAt) => ({
      startsAt,
      suits: given.filter((one) => suits(one, proposal).includes(startsAt)).map((one) => one.event.participant),
    })),
  };
}

/** Who should be asked, and reminded while no answer has come. */
export function timeNotices(view: View): { asked: TimeAsk[]; notices: Notice[] } {
  const asked: TimeAsk[] = [];
  const notices: Notice[] = [];
  if (view.file.closed) return { asked, notices };
  for (const proposal of openProposals(view.file)) {
    if (lastSlot(proposal) <= view.now) continue;
    const held = broughtTogether(view.file, view.today, proposal.invitees).length > 0;
    for (const id of waitedFor(view, proposal)) {
      const to: Recipient = { kind: 'participant', id };
      const { meeting, zone, proposed, answerBy } = proposal;
      asked.push({ meeting, to, state: held ? 'held' : 'asked', search: searchKey(proposal), zone });
      if (held || timesGiven(view.file, proposal, id)) continue;
      const say = (kind: 'invite' | 'remind', rung: string, at: Instant): Notice => ({
        key: `meeting/${meeting}/${id}/times/${searchKey(proposal)}/${rung}`,
        kind,
        to,
        about: meeting,
        topic: 'times',
        due: iso(answerBy),
        at,
        rung,
        urgency: kind === 'invite' ? 'now' : 'day',
        tellPast: kind === 'invite',
      });
      notices.push(say('invite', 'ask', proposed.knownAt));
      for (const d of view.numbers('timesReminders')) {
        const at = morning(answerBy - d, view);
        if (at > proposed.knownAt) notices.push(say('remind', `before-${d}`, at));
      }
    }
  }
  return { asked, notices };
}
