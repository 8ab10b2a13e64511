// An intent as the workflow names it: its key, and a line for the Web UI in roles, codes and dates.
import type { Intent } from '../domain/ledger';
import type { Context } from '../domain/plan';
import type { CaseFile } from '../domain/case-file';
import type { EffectOrder } from '../workflows/messages';

const verbs: Readonly<Record<Intent['kind'], string>> = {
  invite: 'invite',
  remind: 'remind',
  correct: 'correct what was said to',
  escalate: 'escalate to',
  requestSignOff: 'request sign-off of',
  announce: 'announce the worker to',
};

export function effectOrder(intent: Intent, context: Context, file: CaseFile | null): EffectOrder {
  const verb = intent.method === 'CANCEL' ? 'cancel with' : verbs[intent.kind];
  const role =
    (intent.to.kind === 'staff'
      ? context.agency.staff.get(intent.to.id)?.role
      : file?.participants.get(intent.to.id)?.role) ?? intent.to.kind;
  const what = whatOf(intent, context);
  const when =
    intent.due === null
      ? intent.kind === 'correct'
        ? 'no longer owed'
        : 'no date'
      : `${intent.topic === 'meeting' ? 'at' : 'due'} ${intent.due}`;
  return {
    key: intent.key,
    kind: intent.kind,
    summary: `${verb} ${role}: ${what} ${when}`.slice(0, 200),
    ...(intent.again === undefined ? {} : { again: intent.again }),
  };
}

function whatOf(intent: Intent, context: Context): string {
  switch (intent.topic) {
    case 'meeting':
      return `meeting ${intent.about}`;
    case 'times':
      return `times for meeting ${intent.about}, answer`;
    case 'duty':
      return citesOf(intent, context)[0] ?? intent.about;
  }
}

/** A group of obligations is named `program/duty/anchor`. */
export function dutyOf(intent: Intent, context: Context) {
  const [program, duty] = intent.about.split('/');
  return context.programs.find((p) => p.id === program)?.duties.find((d) => d.id === duty);
}

const citesOf = (intent: Intent, context: Context): readonly string[] => dutyOf(intent, context)?.cites ?? [];
