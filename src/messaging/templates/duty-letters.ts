// Letters to staff about what they owe: one duty at once, or the list of a day.
import { facts, heading, link, list, paragraph, type Letter } from '../letter';
import type { Phrases } from './phrases';
import type { DigestFacts, DutyFacts, DutyMessage } from './words';

export function dutyLetters(phrases: Phrases): Readonly<Record<DutyMessage, (facts: DutyFacts) => Letter>> {
  const { dates, duty: say } = phrases;
  const date = (civilDate: string | null): string => (civilDate === null ? say.noDate : dates.fullDate(civilDate));

  const letter = (
    subject: string,
    first: readonly string[],
    duty: DutyFacts,
    rows: readonly (readonly [string, string])[],
  ): Letter => ({
    subject,
    blocks: [
      ...first.map((sentence) => paragraph(sentence)),
      ...(duty.duty.length === 0 ? [] : [list(...duty.duty)]),
      ...(duty.decideUrl === null ? [] : [paragraph(...say.decide.how), link(say.decide.link, duty.decideUrl)]),
      facts(...rows, [say.labels.case, duty.caseId], [say.labels.reference, duty.reference]),
      link(say.labels.link, duty.url),
      ...(duty.meantFor === null ? [] : [paragraph(say.late(dates.moment(duty.meantFor.at, duty.meantFor.zone)))]),
    ],
  });

  return {
    dutyReminder: (duty) =>
      duty.overdue
        ? letter(say.subject.overdue(date(duty.due)), [say.overdue], duty, [[say.labels.wasDue, date(duty.due)]])
        : letter(duty.due === null ? say.subject.today : say.subject.reminder(date(duty.due)), [say.reminder], duty, [
            [say.labels.due, date(duty.due)],
          ]),
    escalation: (duty) =>
      letter(
        duty.due === null ? say.subject.escalationNoDate : say.subject.escalation(date(duty.due)),
        say.escalation,
        duty,
        [[duty.overdue ? say.labels.wasDue : say.labels.due, date(duty.due)]],
      ),
    correction: (duty) => {
      if (duty.withdrawn !== null)
        return letter(say.subject.withdrawn, [say.withdrawn], duty, [[say.labels.why, duty.withdrawn]]);
      return letter(
        duty.due === null ? say.subject.correctionNoDate : say.subject.correction(date(duty.due)),
        [duty.due === null ? say.noLonger : say.correction],
        duty,
        [
          [say.labels.before, date(duty.before)],
          [say.labels.now, duty.due === null ? say.noDueDate : say.dueOn(date(duty.due))],
        ],
      );
    },
    signOff: (duty) =>
      letter(say.subject.signOff, [say.signOff], duty, duty.due === null ? [] : [[say.labels.due, date(duty.due)]]),
    announcement: (duty) =>
      letter(
        say.subject.announcement,
        say.announcement,
        { ...duty, duty: [] },
        duty.introduced === null
          ? []
          : [
              [say.labels.name, duty.introduced.name],
              [say.labels.phone, duty.introduced.phone],
            ],
      ),
  };
}

/** What has no date comes after what has one: dates pass, and staff are told of the urgent at once, not here. */
const LAST = '9999';
const byDate = (a: string | null, b: string | null): number => {
  const [x, y] = [a ?? LAST, b ?? LAST];
  return x < y ? -1 : x > y ? 1 : 0;
};

export function digestIn({ dates, duty, digest: say }: Phrases): (facts: DigestFacts) => Letter {
  return ({ day, cases }) => {
    const sorted = cases
      .filter((one) => one.duties.length > 0)
      .map((one) => ({ ...one, duties: one.duties.toSorted((a, b) => byDate(a.due, b.due)) }))
      .toSorted((a, b) => byDate(a.duties[0]!.due, b.duties[0]!.due));
    const all = sorted.flatMap((one) => one.duties);
    const isOver = (due: string | null): due is string => due !== null && due.slice(0, 10) < day;
    const line = ({ due, says }: { due: string | null; says: string }): string => {
      if (isOver(due)) return say.overdue(dates.fullDate(due), says);
      return due === null ? say.noDate(says) : say.due(dates.fullDate(due), says);
    };
    return {
      subject: say.subject(dates.day(day), all.length, all.filter(({ due }) => isOver(due)).length),
      blocks: [
        ...say.intro.map((sentence) => paragraph(sentence)),
        ...sorted.flatMap((one) => [
          heading(say.case(one.caseId)),
          list(...one.duties.map(line)),
          link(duty.labels.link, one.url),
        ]),
      ],
    };
  };
}
