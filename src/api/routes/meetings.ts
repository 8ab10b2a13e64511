import * as contracts from '../contracts';
import { operation } from '../operation';
import { commandAnswers, creatingAnswers, param, recordOne } from './about-case';

const missing = ['unknown-meeting'];

export const scheduleMeeting = operation({
  id: 'scheduleMeeting',
  needs: 'hold-meetings',
  summary: 'Schedule a meeting: everybody on its list is invited, each by a message of his or her own',
  about: 'The time is the civil time of the place, and `zone` is that of the place.',
  body: contracts.scheduleMeeting,
  answers: creatingAnswers,
  handle(call) {
    const { meeting, ...body } = call.body;
    const id = meeting ?? `m-${call.deps.ids.derived(call.entryId, 'meeting', 16)}`;
    return recordOne(call, { type: 'MeetingScheduled', meeting: id, ...body }, { creates: true });
  },
});

export const rescheduleMeeting = operation({
  id: 'rescheduleMeeting',
  needs: 'hold-meetings',
  summary: 'Move a meeting: those invited get the new time under the same calendar entry',
  body: contracts.rescheduleMeeting,
  answers: commandAnswers,
  handle: (call) =>
    recordOne(call, { type: 'MeetingRescheduled', meeting: param(call, 'meeting'), ...call.body }, { missing }),
});

export const cancelMeeting = operation({
  id: 'cancelMeeting',
  needs: 'hold-meetings',
  summary: 'Cancel a meeting: those invited are told',
  body: contracts.cancelMeeting,
  answers: commandAnswers,
  handle: (call) =>
    recordOne(call, { type: 'MeetingCancelled', meeting: param(call, 'meeting'), ...call.body }, { missing }),
});

export const recordMeetingHeld = operation({
  id: 'recordMeetingHeld',
  needs: 'hold-meetings',
  summary: 'Record a meeting that was held, with who took part and what was decided',
  body: contracts.meetingHeld,
  answers: commandAnswers,
  handle(call) {
    const { tellPast, ...body } = call.body;
    return recordOne(call, { type: 'MeetingHeld', meeting: param(call, 'meeting'), ...body }, { missing, tellPast });
  },
});

export const recordMeetingNotHeld = operation({
  id: 'recordMeetingNotHeld',
  needs: 'hold-meetings',
  summary: 'Record that a meeting was not held: nobody of the family came. What was due stays due',
  body: contracts.meetingNotHeld,
  answers: commandAnswers,
  handle: (call) =>
    recordOne(call, { type: 'MeetingNotHeld', meeting: param(call, 'meeting'), ...call.body }, { missing }),
});
