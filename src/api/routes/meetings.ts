import { startOf } from '../../domain/notices';
import { answerCode } from '../answers';
import * as contracts from '../contracts';
import { operation } from '../operation';
import { planNow } from '../plan-now';
import { Problem } from '../problems';
import { commandAnswers, creatingAnswers, param, recordedCase, recordOne } from './about-case';

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

export const tellCode = operation({
  id: 'tellCode',
  needs: 'hold-meetings',
  summary: 'The code by which somebody answers an invitation without its link: to be told to that person, by voice',
  about:
    'For people whose mail others may read, and for those without mail or without a browser that runs scripts. It is good for one person and one time of the meeting, until the meeting begins or moves.',
  body: contracts.tellCode,
  safe: true,
  answers: { 200: answerCode },
  async handle(call) {
    const { deps } = call;
    const { caseId } = recordedCase(call);
    const [id, participant] = [param(call, 'meeting'), param(call, 'person')];
    const { file, plan } = await planNow(deps, caseId);
    const meeting = file.meetings.get(id);
    const invitation = plan?.invitations.find(
      ({ meeting: of, to, state }) =>
        of === id && to.kind === 'participant' && to.id === participant && state === 'invited',
    );
    if (!meeting || !invitation || startOf(meeting) <= deps.now())
      throw new Problem('not-found', 'This person holds no invitation to a meeting still to come.');
    const invited = { caseId, meeting: id, participant, startsAt: meeting.startsAt, zone: meeting.zone };
    const { code, hash, codeHash } = deps.answerLinks.proofFor(invited);
    const [expiresAt, language] = [
      startOf(meeting),
      (await deps.store.people({ caseId, ids: [participant] }))[0]?.language,
    ];
    await deps.store.keepAnswerLink({ ...invited, hash, codeHash, purpose: 'answer', expiresAt }, deps.now());
    const page = deps.answerLinks.page(language ?? 'en');
    const body = { case: caseId, meeting: id, participant, code, page, expiresAt: new Date(expiresAt).toISOString() };
    return { status: 200, body };
  },
});
