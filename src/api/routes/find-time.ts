import * as contracts from '../contracts';
import { operation } from '../operation';
import { creatingAnswers, recordOne } from './about-case';

export const proposeTimes = operation({
  id: 'proposeTimes',
  needs: 'hold-meetings',
  summary:
    'Find a time: everybody who is to come is asked which of several times would suit, each by a message of his or her own',
  about:
    'Each sees the times and his or her own answer, nobody else’s. When everybody has answered, or on the last day for it, choosing a time is a task of the facilitator; setting the meeting under this id ends the search, and so does moving it when it was set before. Answers that staff are told are recorded as MeetingTimeAnswered. People whom an order keeps apart are not asked for one common time.',
  body: contracts.proposeTimes,
  answers: creatingAnswers,
  handle(call) {
    const { meeting, ...body } = call.body;
    const id = meeting ?? `m-${call.deps.ids.derived(call.entryId, 'meeting', 16)}`;
    return recordOne(call, { type: 'MeetingTimesProposed', meeting: id, ...body }, { creates: true });
  },
});
