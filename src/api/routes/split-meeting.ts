// One meeting becomes two or more sessions in one entry: all of it is recorded, or none.
import type { Meeting } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import { wholeOf } from '../../domain/sessions';
import * as contracts from '../contracts';
import { operation } from '../operation';
import { planNow } from '../plan-now';
import { Problem } from '../problems';
import { creatingAnswers, param, recordAll, recordedCase } from './about-case';

export const splitMeeting = operation({
  id: 'splitMeeting',
  needs: 'hold-meetings',
  summary: 'Split a meeting into separate sessions, for people who must be kept apart',
  about:
    'Everybody on its list is on the list of one session; kinds, children and what it is about stay the same. The first session keeps the meeting; those who move to another are told that the meeting is off for them, and get an invitation of its own. No letter of a session tells of another. Refused while it would still bring together people whom an order keeps apart, let them meet at the door, or leave somebody out.',
  body: contracts.splitMeeting,
  answers: creatingAnswers,
  async handle(call) {
    const { deps, entryId } = call;
    const { caseId } = recordedCase(call);
    const { file } = await planNow(deps, caseId);
    const id = param(call, 'meeting');
    const meeting = file.meetings.get(id);
    if (!meeting) throw new Problem('not-found', `No meeting ${id} was scheduled in this case.`);
    const { sessions, reason } = call.body;
    const placed = sessions.map(({ meeting: own, ...session }, i) => {
      const plan = {
        zone: meeting.zone,
        minutes: meeting.minutes,
        ...(meeting.place === null ? {} : { place: meeting.place }),
        ...(meeting.staff.length === 0 ? {} : { staff: [...meeting.staff] }),
        ...(reason === undefined ? {} : { reason }),
        ...withoutGaps(session),
      };
      const event: CaseEvent =
        i === 0
          ? { type: 'MeetingRescheduled', meeting: id, ...plan }
          : {
              type: 'MeetingScheduled',
              meeting: own ?? `m-${deps.ids.derived(entryId, `session:${i}`, 16)}`,
              sessionOf: wholeOf(meeting),
              ...likeThe(meeting),
              ...plan,
            };
      return { event, at: ['sessions', i] };
    });
    return recordAll(call, placed, { creates: true });
  },
});

/** What all sessions of a meeting have in common. */
function likeThe({ kinds, children, familyTime, scheduled }: Meeting) {
  const about = scheduled.event.type === 'MeetingScheduled' ? scheduled.event.about : undefined;
  return {
    kinds: [...kinds],
    familyTime,
    ...(children === null ? {} : { children: [...children] }),
    ...(about === undefined ? {} : { about }),
  };
}

type Filled<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const withoutGaps = <T extends object>(value: T): Filled<T> =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Filled<T>;
