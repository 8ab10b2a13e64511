// What must be so before times are proposed for a meeting, or answered.
import { clockTroubles } from './admit-clock';
import { day, instantOf, isZone, iso } from './calendar';
import type { CaseFile, Said } from './case-file';
import type { PlainEvent } from './events';
import { broughtTogether } from './sessions';
import { answered, isTimeAnswer, type TimeAnswer } from './times';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

type Proposed = Extract<PlainEvent, { type: 'MeetingTimesProposed' }>;

export function proposalTrouble(e: Proposed, before: CaseFile, after: CaseFile, view: View): Unmet[] {
  const problems = clockTroubles(
    { zone: e.zone },
    e.slots.map((slot, i) => [`slots.${i}`, slot] as const),
  );
  const meeting = before.meetings.get(e.meeting);
  if (meeting?.status === 'held')
    problems.push(
      unmet('meeting-state', 'meeting', 'The meeting was held.', 'Give the next meeting an id of its own.'),
    );
  if (new Set(e.slots).size < e.slots.length)
    problems.push(unmet('duplicate', 'slots', 'A time stands there twice.', 'Propose two to five different times.'));
  const answerBy = day(e.answerBy);
  const first = Math.min(...e.slots.map((slot) => day(slot.slice(0, 10))));
  if (answerBy < view.today)
    problems.push(unmet('in-the-past', 'answerBy', `${e.answerBy} is past.`, `Give a day from ${iso(view.today)} on.`));
  else if (answerBy >= first)
    problems.push(
      unmet(
        'after-the-first',
        'answerBy',
        `The first of the times is on ${iso(first)}: answers must be in before it.`,
        `Give a day up to ${iso(first - 1)}, or later times.`,
      ),
    );
  for (const [a, b] of broughtTogether(after, view.today, e.invitees))
    problems.push({
      ...unmet(
        'no-contact',
        'invitees',
        `${a} and ${b} must be kept apart by an order: they are not asked for one common time.`,
        'Propose times for separate sessions, one proposal for each of them.',
      ),
      cites: ['WA-26'],
    });
  return problems;
}

interface Look {
  readonly said: Said;
  readonly after: CaseFile;
  readonly view: View;
}

export function timesTrouble(e: TimeAnswer, { said, after, view }: Look): Unmet[] {
  const given = after.byId.get(said.id);
  const proposal = given && isTimeAnswer(given) ? answered(after, given) : null;
  if (proposal?.meeting !== e.meeting)
    return [
      unmet(
        'unknown-proposal',
        'meeting',
        `No times were proposed for a meeting ${e.meeting}.`,
        'Record MeetingTimesProposed first.',
      ),
    ];
  const problems: Unmet[] = [];
  if (proposal.closed !== null && !said.correcting)
    problems.push(
      unmet(
        'proposal-closed',
        'proposal',
        'The search for a time is over: the meeting is set, or other times were proposed.',
        'Answer the invitation, or the times that are proposed now.',
      ),
    );
  if (!proposal.invitees.includes(e.participant))
    problems.push(
      unmet(
        'not-invited',
        'participant',
        `${e.participant} was not asked for a time.`,
        'Name somebody of the `invitees` of the proposal.',
      ),
    );
  const strange = e.suits.filter((slot) => !proposal.slots.includes(slot));
  if (strange.length > 0)
    problems.push(
      unmet(
        'other-time',
        'suits',
        `${strange.join(', ')} is not among the times that were proposed.`,
        `Choose of ${proposal.slots.join(', ')}; another time is a preference: AvailabilityRecorded.`,
      ),
    );
  if (e.source === 'told') return problems;
  if (said.by !== e.participant)
    problems.push(
      unmet(
        'not-theirs',
        'source',
        'Only the person who was asked answers by a link or a code.',
        'Leave `source` out: the answer was told to you.',
      ),
    );
  const last = proposal.slots.at(-1)!;
  if (isZone(proposal.zone) && view.now >= instantOf(day(last.slice(0, 10)), last.slice(11), proposal.zone))
    problems.push(unmet('begun', 'suits', 'All of these times are past.', 'Propose other times.'));
  return problems;
}
