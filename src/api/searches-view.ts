// Which times are sought for a meeting, and what each of those asked answered, as staff see it.
import { iso } from '../domain/calendar';
import type { CaseFile, Proposal } from '../domain/case-file';
import type { Plan } from '../domain/plan';
import { suits, timesGiven } from '../domain/times';

export function searchOf(
  proposal: Proposal,
  {
    file,
    plan,
  }: { readonly file: CaseFile; /** null: the case cannot be planned at the moment. */ readonly plan: Plan | null },
) {
  const { proposed, meeting, kinds, zone, minutes, answerBy, slots, invitees } = proposal;
  const given = new Map(invitees.map((person) => [person, timesGiven(file, proposal, person)]));
  return {
    event: proposed.id,
    meeting,
    kinds,
    zone,
    minutes,
    answerBy: iso(answerBy),
    slots: slots.map((startsAt) => ({
      startsAt,
      suits: invitees.filter((person) => given.get(person)?.event.suits.includes(startsAt)),
    })),
    asked: invitees.map((participant) => {
      const answer = given.get(participant);
      return {
        participant,
        state:
          plan?.asked.find((one) => one.meeting === meeting && one.to.id === participant)?.state ??
          ('not-asked' as const),
        answered: answer
          ? {
              on: iso(answer.on),
              source: answer.event.source,
              suits: suits(answer, proposal),
              needs: answer.event.needs ?? [],
              note: answer.event.note ?? null,
            }
          : null,
      };
    }),
  };
}
