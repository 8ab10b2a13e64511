// What has been said, held against what should be said now: which intents are new, which are no longer wanted, who must
// be told of a change. The intent is written before anything is sent, its key is unique, and it keeps what was told.
import { iso, type Instant } from './calendar';
import type { Invitation, Notice, NoticeKind, Recipient } from './notices';
import { withdrawals } from './withdrawals';
import { isOpen, startOf } from './notices';
import type { Plan } from './plan';

export type IntentKind = 'invite' | 'correct' | NoticeKind;

/** wanted: to be sent. covered: a later rung said it. withdrawn: no longer wanted before it was sent. dropped: found unwanted or unsafe at the moment of sending. */
export type IntentState = 'wanted' | 'covered' | 'withdrawn' | 'sent' | 'dropped' | 'failed';

export interface Intent {
  readonly key: string;
  readonly kind: IntentKind;
  readonly to: Recipient;
  readonly topic: Notice['topic'];
  /** Obligation group or meeting id. */
  readonly about: string;
  readonly rung: string;
  readonly urgency: 'now' | 'day';
  /** What is told: a due date, or a meeting's start. null: it is no longer owed. */
  readonly due: string | null;
  /** For corrections: what was told before. */
  readonly toldBefore?: string | null;
  readonly method?: 'REQUEST' | 'CANCEL';
  readonly sequence?: number;
  readonly content?: Invitation['content'];
  /** For a request that was withdrawn: why, as half a sentence in our own words. */
  readonly reason?: string;
  readonly at: Instant;
  readonly late: boolean;
  readonly state: IntentState;
  /** How often it was wanted anew, because what a carrier had taken did not arrive. */
  readonly again?: number;
}

export interface Settlement {
  readonly create: readonly Intent[];
  readonly withdraw: readonly string[];
}

const DAY_MS = 86_400_000;

/** Later than this after its moment, a notice is marked late. */
const GRACE_MS = 15 * 60_000;

const said = (i: Intent): boolean => i.state === 'sent' || i.state === 'wanted' || i.state === 'covered';

/** `plannedAt`: when this case was last planned. A rung that lay before that moment and was not wanted then was not missed: a fact
 *  recorded later brought it about, and it is not said in arrears. */
export function settle(
  plan: Plan,
  ledger: readonly Intent[],
  caseId: string,
  now: Instant,
  plannedAt: Instant | null,
): Settlement {
  // A request that was taken back unsent, because somebody else decided meanwhile, may be wanted of this person again.
  const known = new Map(
    ledger.filter((i) => i.kind !== 'requestSignOff' || i.state !== 'withdrawn').map((i) => [i.key, i]),
  );
  const invites = invitationIntents(plan, ledger, caseId, now);
  const stillWanted = new Set([...plan.notices.map((n) => `${caseId}/${n.key}`), ...invites.wanted]);
  const withdraw = ledger
    .filter((i) => i.state === 'wanted' && i.kind !== 'correct' && !stillWanted.has(i.key))
    .map((i) => i.key);
  const gone = new Set(withdraw);
  const told = ledger.filter((i) => said(i) && !gone.has(i.key));
  const withdrawn = withdrawals(plan, told, caseId, now);
  const over = new Set(withdrawn.map((i) => i.about));
  return {
    create: [
      ...invites.create,
      ...withdrawn,
      ...corrections(plan, told, caseId, now).filter((i) => !over.has(i.about)),
      ...rungs(plan.notices, known, caseId, now, plannedAt),
    ].filter((i) => !isKnown(i, known)),
    withdraw,
  };
}

/** Said, or to be said. A question which time would suit that was held back before it was sent is asked when it may be asked again. */
function isKnown({ topic, key }: Pick<Intent, 'topic' | 'key'>, known: ReadonlyMap<string, Intent>): boolean {
  const before = known.get(key)?.state;
  return before !== undefined && !(topic === 'times' && (before === 'withdrawn' || before === 'dropped'));
}

/** Of several rungs of one thing for one person that fell due together, only the last is said; the others are recorded as covered. */
function rungs(
  notices: readonly Notice[],
  known: ReadonlyMap<string, Intent>,
  caseId: string,
  now: Instant,
  plannedAt: Instant | null,
): Intent[] {
  const fresh = notices
    .filter((n) => !isKnown({ topic: n.topic, key: `${caseId}/${n.key}` }, known))
    .sort((a, b) => a.at - b.at);
  const slot = (n: Pick<Intent, 'topic' | 'about' | 'to' | 'kind'>): string =>
    `${n.topic}|${n.about}|${n.to.id}|${n.kind}`;
  const latest = new Map(fresh.map((n) => [slot(n), n.key]));
  const told = new Set(
    [...known.values()].filter((i) => i.state === 'sent' || i.state === 'wanted').map((i) => slot(i)),
  );
  const asked = new Set([...known.values()].map((i) => `${i.about}|${i.kind}`));
  return fresh.map((n) => {
    const inTime = n.tellPast || plannedAt === null || n.at >= plannedAt;
    const takenOver = n.takenOver === true && !told.has(slot(n)) && (!inTime || asked.has(`${n.about}|${n.kind}`));
    return {
      key: `${caseId}/${n.key}`,
      kind: n.kind,
      to: n.to,
      topic: n.topic,
      about: n.about,
      rung: n.rung,
      urgency: n.urgency,
      due: n.due,
      at: takenOver ? now : n.at,
      late: !takenOver && now - n.at > GRACE_MS,
      state: latest.get(slot(n)) === n.key && (inTime || takenOver) ? 'wanted' : 'covered',
    };
  });
}

/** Those who were told a due date that no longer is one are told what holds now, once. */
function corrections(plan: Plan, told: readonly Intent[], caseId: string, now: Instant): Intent[] {
  const current = new Map<string, Plan['obligations'][number][]>();
  for (const o of plan.obligations) current.set(o.group, [...(current.get(o.group) ?? []), o]);
  const last = new Map<string, Intent>();
  for (const i of told)
    if (i.topic === 'duty' && i.kind !== 'announce' && i.state !== 'covered') last.set(`${i.about}|${i.to.id}`, i);
  return [...last.values()].flatMap((i): Intent[] => {
    const group = current.get(i.about);
    // Reminded of a date that is past, and never told that it was missed: it was done, and whatever it hung on has changed since.
    if (!group && /^(before-|correct$)/.test(i.rung) && i.due !== null && i.due < iso(Math.floor(now / DAY_MS) - 1))
      return [];
    const open = group?.filter(isOpen) ?? [];
    if (group && open.length === 0) return [];
    const dues = open.map((o) => (o.due === null ? null : iso(o.due))).sort((a, b) => (a ?? '').localeCompare(b ?? ''));
    if (group ? dues.includes(i.due) : i.due === null) return [];
    const due = group ? (dues[0] ?? null) : null;
    return [
      {
        key: `${caseId}/${i.about}/${due ?? 'no-longer'}/correct-${i.due ?? 'none'}/${i.to.id}`,
        kind: 'correct',
        to: i.to,
        topic: 'duty',
        about: i.about,
        rung: 'correct',
        urgency: 'day',
        due,
        toldBefore: i.due,
        at: now,
        late: false,
        state: 'wanted',
      },
    ];
  });
}

/** To a meeting that is set: not the question which time would suit. */
export const isInvitation = (i: Intent): boolean => i.kind === 'invite' && i.topic === 'meeting';

const sameContent = (a: Invitation['content'] | undefined, b: Invitation['content']): boolean =>
  a !== undefined &&
  a.startsAt === b.startsAt &&
  a.zone === b.zone &&
  a.minutes === b.minutes &&
  a.kinds.join() === b.kinds.join();

function invitationIntents(
  plan: Plan,
  ledger: readonly Intent[],
  caseId: string,
  now: Instant,
): { create: Intent[]; wanted: string[] } {
  const create: Intent[] = [];
  const wanted: string[] = [];
  const last = new Map<string, Intent>();
  for (const i of ledger)
    if (isInvitation(i) && i.state !== 'withdrawn' && i.state !== 'dropped') last.set(`${i.about}|${i.to.id}`, i);
  const highest = new Map<string, number>();
  for (const i of ledger)
    if (isInvitation(i))
      highest.set(`${i.about}|${i.to.id}`, Math.max(highest.get(`${i.about}|${i.to.id}`) ?? -1, i.sequence ?? 0));
  const present = new Map(plan.invitations.map((v) => [`${v.meeting}|${v.to.id}`, v]));
  const intent = (
    about: string,
    to: Recipient,
    method: 'REQUEST' | 'CANCEL',
    sequence: number,
    content: Invitation['content'],
    at: Instant,
  ): Intent => ({
    key: `${caseId}/${about}/${to.id}/${method === 'REQUEST' ? 'invite' : 'cancel'}/${sequence}`,
    kind: 'invite',
    to,
    topic: 'meeting',
    about,
    rung: method.toLowerCase(),
    urgency: 'now',
    due: content.startsAt,
    method,
    sequence,
    content,
    at,
    late: false,
    state: 'wanted',
  });
  for (const v of present.values()) {
    const before = last.get(`${v.meeting}|${v.to.id}`);
    if (v.state === 'held') continue;
    if (before?.method === 'REQUEST' && sameContent(before.content, v.content)) wanted.push(before.key);
    // Nobody is invited to what lay in the past when it was recorded.
    else if (v.startsAt > now && v.startsAt > v.knownAt) {
      // Above every number that this person ever had, also one that was withdrawn: its key is taken.
      const floor = (highest.get(`${v.meeting}|${v.to.id}`) ?? -1) + 1;
      create.push(
        intent(v.meeting, v.to, 'REQUEST', Math.max(v.sequence, floor), v.content, floor > 0 ? now : v.knownAt),
      );
    }
  }
  for (const [slot, before] of last) {
    if (before.method === 'CANCEL') {
      // Nobody need be told any more that he or she may stay away from what is over.
      const ahead = before.content === undefined || startOf(before.content) > now;
      if (!present.has(slot) && ahead) wanted.push(before.key);
      continue;
    }
    const meeting = plan.file.meetings.get(before.about);
    const over = meeting !== undefined && (meeting.status === 'held' || meeting.status === 'not-held');
    const started = startedBy(before, plan, now);
    if (present.has(slot) || over || started || before.content === undefined) continue;
    if (before.state === 'wanted') continue; // Never sent: withdrawn, nothing to cancel.
    create.push(intent(before.about, before.to, 'CANCEL', (before.sequence ?? 0) + 1, before.content, now));
  }
  return { create, wanted };
}

/** A meeting that should have begun by what its invitee was told cannot be cancelled any more. */
function startedBy(intent: Intent, plan: Plan, now: Instant): boolean {
  const invitation = plan.invitations.find((v) => v.meeting === intent.about && v.to.id === intent.to.id);
  return invitation !== undefined && invitation.startsAt <= now;
}
