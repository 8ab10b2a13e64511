// One way out for everything that is said: read the intent, look once more whether it is wanted, send, write the receipt.
// Whatever interrupts it, asked again it finds in the store how far it came, and gives the same answer.
import { settingValueOf, type AgencyData } from '../domain/agency';
import { announcedEntry } from '../domain/announcing';
import { dayOf, startOfDay } from '../domain/calendar';
import { fold, type CaseFile } from '../domain/case-file';
import type { Intent, IntentState } from '../domain/ledger';
import { startOf } from '../domain/notices';
import type { Context } from '../domain/plan';
import type { Program } from '../domain/rule';
import { openProposal } from '../domain/times';
import { referenceOf } from '../messaging/reference';
import type { AnswerLinks } from '../platform/answer-links';
import type { Attempt, KnownIntent, Person, Store } from '../store/types';
import { afterDrop, interrupted, letterToPost, settled, thinkAgain, unanswered, undeliverable } from './aftermath';
import { carry, failure, laterIn } from './carry';
import { sameClock, type Clock } from './clock';
import { composeInput } from './compose-input';
import { byDigest, isForDigest } from './digest';
import { contexts, type ContextOf } from './context';
import type { ComposeInput, Messenger } from './messenger';
import type { Effect, EffectResult } from './ports';
import { changesPlan, reasonToDrop } from './still-wanted';
import { nextWay, type Way } from './ways';

export interface DeliverPorts {
  readonly store: Store;
  readonly programs: readonly Program[];
  readonly messenger: Messenger;
  readonly links: AnswerLinks;
  readonly clock?: Clock;
}

export function createDeliver(ports: DeliverPorts): Effect {
  const contextOf = contexts(ports.programs);
  const clock = ports.clock ?? sameClock;
  return async ({ caseId, key }) => {
    const found = await ports.store.intent(key);
    if (found === null || found.caseId !== caseId) return null;
    if (found.intent.state !== 'wanted') return settled({ ...ports, clock }, found);
    const delivery = new Delivery({ ...ports, clock }, contextOf, caseId, found.intent, [...found.attempts]);
    await delivery.noteInterruptions(found);
    return delivery.run();
  };
}

class Delivery {
  private readonly now: number;

  constructor(
    private readonly ports: DeliverPorts & { readonly clock: Clock },
    private readonly contextOf: ContextOf,
    private readonly caseId: string,
    private readonly intent: Intent,
    private readonly attempts: Attempt[],
  ) {
    this.now = ports.clock.toDomain(Date.now());
  }

  async noteInterruptions(found: KnownIntent): Promise<void> {
    for (const attempt of interrupted(found, this.now)) {
      await this.write(attempt, 'wanted');
      this.attempts.push(attempt);
    }
  }

  async run(): Promise<EffectResult> {
    const { store } = this.ports;
    const { intent, caseId } = this;
    const data = await store.agency();
    if (data === null) throw failure('NoAgency');
    const context = this.contextOf(data);
    const ledger = await store.ledger(caseId);
    // Last of all, so that as little as possible can be recorded between this look and the sending.
    const journal = await store.journal(caseId);
    const file = fold(journal);
    const reason = reasonToDrop({ intent, journal, ledger, file, context, now: this.now });
    if (reason !== null) return this.drop(reason);

    const person = await this.recipient();
    if (person?.doNotContact) return this.fail('do-not-contact');
    if (person === undefined) return this.fail('no-address');
    const gathering = { intent, person, context, now: this.now };
    if (person.email && isForDigest(gathering)) return byDigest(this.ports, gathering);
    const input = await composeInput(this.ports, { intent, caseId, person, file, context, data, now: this.now });
    if (input === null) return this.fail('no-telephone');
    return this.byTheNextWay({ person, file, context, data, input });
  }

  private async recipient(): Promise<Person | undefined> {
    const { to } = this.intent;
    const caseId = to.kind === 'staff' ? null : this.caseId;
    return (await this.ports.store.people({ caseId, ids: [to.id] }))[0];
  }

  /** One after the other, until one has taken it; which of them have failed stands in the attempts. */
  private async byTheNextWay(known: Known): Promise<EffectResult> {
    for (;;) {
      const way = this.way(known);
      if (way.channel === null) return 'notBefore' in way ? this.hold(way.notBefore) : this.noWay(way);
      if (way.channel === 'letter') return this.toPost();
      const answer = await this.by(way.channel, known);
      if (answer !== 'next') return answer;
    }
  }

  private way({ person, file, context, data }: Known): Way {
    const { intent, attempts, now } = this;
    const { agency, programs } = context;
    const setting = (name: string): unknown => settingValueOf(agency, programs, name, dayOf(now, data.zone));
    return nextWay({
      intent,
      person,
      attempts,
      texts: this.ports.messenger.texts !== undefined,
      now,
      zone: data.zone,
      until: until(intent, file),
      letterTakes: Number(setting('letterTakes')),
      textHours: { from: String(setting('textsFrom')), to: String(setting('textsUntil')) },
    });
  }

  private async by(channel: 'email' | 'sms', known: Known): Promise<EffectResult | 'next'> {
    const { outcome, messageId } = await carry(this.ports, { channel, input: known.input });
    switch (outcome.result) {
      case 'accepted': {
        const { withdrawn } = await this.write({ ...outcome, channel, messageId }, 'sent');
        return announcedEntry(this.intent, this.ports) ?? (withdrawn ? thinkAgain('sent', this.intent) : null);
      }
      case 'refused': {
        this.attempts.push({ at: this.now, ...outcome, channel, messageId });
        const next = this.way(known);
        const isLast = next.channel === null && 'task' in next;
        const { withdrawn } = await this.write({ ...outcome, channel, messageId }, isLast ? 'failed' : 'wanted');
        if (withdrawn) return null;
        return isLast ? undeliverable(this.intent, 'refused') : 'next';
      }
      case 'failed':
      case 'unknown': {
        const { withdrawn } = await this.write({ ...outcome, channel, messageId }, 'wanted');
        // Tried again by the server, unless nobody wants it any more.
        if (!withdrawn) throw failure(outcome.code);
        const found = await this.ports.store.intent(this.intent.key);
        return found ? settled(this.ports, found) : null;
      }
    }
  }

  private async drop(reason: string): Promise<EffectResult> {
    const open = changesPlan.has(reason) ? unanswered(this.attempts) : undefined;
    if (open !== undefined) {
      // Perhaps told already: what has changed is said to this person too.
      await this.write({ ...open, detail: 'taken-as-sent' }, 'sent');
      return thinkAgain('sent', this.intent);
    }
    await this.write(dropped(reason), 'dropped');
    return afterDrop(this.intent, reason);
  }

  /** Nobody was told, and trying again will not help: it becomes a task. */
  private async fail(reason: string): Promise<EffectResult> {
    const { withdrawn } = await this.write(dropped(reason), 'failed');
    return withdrawn ? null : undeliverable(this.intent, reason);
  }

  private noWay({ reason, task }: { readonly reason: string; readonly task: boolean }): Promise<EffectResult> {
    return task ? this.fail(reason) : this.drop(reason);
  }

  /** It stays wanted until somebody has posted it: a meeting that is moved before then takes the letter back. */
  private async toPost(): Promise<EffectResult> {
    if (this.attempts.at(-1)?.result !== 'to-post') {
      const attempt = { result: 'to-post', detail: 'printed and posted by staff' } as const;
      const messageId = referenceOf(this.intent.key);
      const { withdrawn } = await this.write({ ...attempt, channel: 'letter', messageId }, 'wanted');
      if (withdrawn) return null;
    }
    return letterToPost(this.intent);
  }

  private async hold(notBefore: number): Promise<never> {
    if (this.attempts.at(-1)?.result !== 'held')
      await this.write(
        { result: 'held', detail: 'outside the hours that are safe', channel: null, messageId: null },
        'wanted',
      );
    throw laterIn('OutsideSafeHours', this.ports.clock.fromDomain(notBefore) - Date.now());
  }

  private write(attempt: Omit<Attempt, 'at'>, state: IntentState): Promise<{ withdrawn: boolean }> {
    const { result, detail, messageId, channel } = attempt;
    return this.ports.store.attempted(this.intent.key, { at: this.now, result, detail, messageId, channel }, state);
  }
}

const dropped = (detail: string) => ({ result: 'dropped', detail, channel: null, messageId: null }) as const;

/** When it is of no use any more: the beginning of the meeting of which its recipient is told, the end of the last day for an answer. */
function until({ topic, about, due, content }: Intent, file: CaseFile): number | null {
  const proposal = topic === 'times' ? openProposal(file, about) : null;
  if (proposal) return startOfDay(proposal.answerBy + 1, proposal.zone);
  const startsAt = content?.startsAt ?? due;
  const zone = content?.zone ?? file.meetings.get(about)?.zone;
  return topic !== 'meeting' || startsAt === null || zone === undefined ? null : startOf({ startsAt, zone });
}

interface Known {
  readonly person: Person;
  readonly file: CaseFile;
  readonly context: Context;
  readonly data: AgencyData;
  readonly input: ComposeInput;
}
