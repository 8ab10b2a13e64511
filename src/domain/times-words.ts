// Words about the search for a time.
import { inOrder, type Proposal } from './case-file';
import { broughtTogether } from './sessions';
import { allAnswered, countsOf } from './times';
import type { Frame, View } from './view';
import { eventWhy, missing, type ConditionWord, type DateWord, type DoneWord } from './word-kit';

const sought = (view: View, { subject: { trigger } }: Frame): Proposal | null =>
  trigger === undefined ? null : (view.file.proposals.get(trigger.id) ?? null);

/** The day on which the last of those asked answered; until then the last day for an answer. */
export const timesAnswered: DateWord = (view, frame) => {
  const proposal = sought(view, frame);
  if (!proposal) return missing('the proposal of times', 'facilitator');
  const all = allAnswered(view, proposal);
  if (all && all.by.on <= proposal.answerBy)
    return {
      known: true,
      day: all.by.on,
      why: { of: 'word', says: 'everybody had answered', from: [eventWhy(all.by)], day: all.by.on },
    };
  const { proposed, answerBy } = proposal;
  return { known: true, day: answerBy, why: { of: 'event', event: proposed, field: 'answerBy', day: answerBy } };
};

/** Everybody asked has answered, or the last day for it has come. */
export const answersAreIn: ConditionWord = (view, frame) => {
  const proposal = sought(view, frame);
  return proposal !== null && (allAnswered(view, proposal) !== null || view.came(proposal.answerBy, frame));
};

/** Two people who must be kept apart are both asked. */
export const asksTogether: ConditionWord = (view, frame) => {
  const proposal = sought(view, frame);
  return (
    proposal !== null &&
    proposal.closed === null &&
    broughtTogether(view.file, view.today, proposal.invitees).length > 0
  );
};

/** Other times were proposed since, or the meeting came to an end. */
export const searchOver: ConditionWord = (view, frame) => {
  const closed = sought(view, frame)?.closed;
  return closed != null && !sets(closed.type);
};

const sets = (type: string): boolean => type === 'MeetingScheduled' || type === 'MeetingRescheduled';

/** The meeting was set, or moved, since. What is lacking says how many can come to each of the times. */
export const timeChosen: DoneWord = (view, frame) => {
  const proposal = sought(view, frame);
  if (!proposal) return { done: false, lacking: ['the proposal of times'] };
  const { closed } = proposal;
  if (closed && sets(closed.type)) return { done: true, day: closed.on, by: [closed] };
  const { asked, answered, slots } = countsOf(view, proposal);
  const each = slots.map(({ startsAt, suits }) => `${startsAt.replace('T', ' ')} suits ${suits.length}`);
  return { done: false, lacking: [`a choice (${answered} of ${asked} answered: ${each.join(', ')})`] };
};

/** Two of those asked came to be kept apart, and nobody is asked any more about one time for both. */
export const askedApart: DoneWord = (view, frame) => {
  const proposal = sought(view, frame);
  const closed = proposal?.closed;
  const kept = (view.file.byType.get('NoContactOrderRecorded') ?? []).some(
    (h) =>
      h.event.type === 'NoContactOrderRecorded' &&
      h.event.between.every((p) => proposal?.invitees.includes(p)) &&
      (!closed || inOrder(h, closed) < 0),
  );
  return kept && closed
    ? { done: true, day: closed.on, by: [closed] }
    : { done: false, lacking: ['a proposal for each of them'] };
};
