// Requests for a decision that nobody waits for any more: who was asked is told so.
import type { Instant } from './calendar';
import type { Intent } from './ledger';
import type { Plan } from './plan';

/** Who was asked for a decision that nobody waits for any more is told so, once. */
export function withdrawals(plan: Plan, told: readonly Intent[], caseId: string, now: Instant): Intent[] {
  const asked = new Set(told.filter((i) => i.kind === 'requestSignOff').map((i) => i.about));
  const last = new Map<string, Intent>();
  for (const i of told)
    if (asked.has(i.about) && i.state === 'sent' && i.kind !== 'correct') last.set(`${i.about}|${i.to.id}`, i);
  return [...last.values()].flatMap((i): Intent[] => {
    const group = plan.obligations.filter((o) => o.group === i.about);
    if (group.some((o) => o.status !== 'not-applicable' && o.status !== 'waived')) return [];
    return [
      {
        key: `${caseId}/${i.about}/withdrawn/${i.to.id}`,
        kind: 'correct',
        to: i.to,
        topic: 'duty',
        about: i.about,
        rung: 'withdrawn',
        urgency: 'day',
        due: null,
        toldBefore: i.due,
        reason: group[0]?.reason ?? 'what asked for it was retracted',
        at: now,
        late: false,
        state: 'wanted',
      },
    ];
  });
}
