// Who is invited to a meeting, and what each answered, as staff see it.
import { answersOf, givenFor } from '../domain/answers';
import { iso } from '../domain/calendar';
import type { CaseFile, Meeting } from '../domain/case-file';
import type { Intent } from '../domain/ledger';
import type { Plan } from '../domain/plan';

export interface Seen {
  readonly file: CaseFile;
  /** null: the case cannot be planned at the moment. */
  readonly plan: Plan | null;
  readonly ledger: readonly Intent[];
}

export function invitationsOf(meeting: Meeting, { file, plan, ledger }: Seen) {
  const invited = [
    ...meeting.invitees.map((id) => ({ kind: 'participant' as const, id })),
    ...meeting.staff.map((id) => ({ kind: 'staff' as const, id })),
  ];
  return invited.map((to) => {
    const invitation = plan?.invitations.find((one) => one.meeting === meeting.id && one.to.id === to.id);
    const letter = ledger.findLast(
      (i) => i.kind === 'invite' && i.method === 'REQUEST' && i.about === meeting.id && i.to.id === to.id,
    );
    const given = givenFor(file, meeting, to.id);
    const all = answersOf(file, meeting.id, to.id).length;
    return {
      to,
      state: invitation?.state ?? ('not-invited' as const),
      letter: letter ? { state: letter.state, wantedAt: new Date(letter.at).toISOString() } : null,
      answer: given
        ? {
            event: given.id,
            answer: given.event.answer,
            on: iso(given.on),
            at: given.at === undefined ? null : new Date(given.at).toISOString(),
            source: given.event.source,
            needs: given.event.needs ?? [],
            proposed: given.event.proposed ?? [],
            note: given.event.note ?? null,
          }
        : null,
      answersBefore: all - (given ? 1 : 0),
    };
  });
}
