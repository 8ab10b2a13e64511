// One way out for everything that is said: read the intent, look once more whether it is wanted, send, write the receipt.
// Whatever interrupts it, asked again it finds in the store how far it came, and gives the same answer.
import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { announcedEntry, introducedBy } from '../domain/announcing';
import { dayOf } from '../domain/calendar';
import { fold, type CaseFile, type Meeting } from '../domain/case-file';
import type { Intent, IntentState } from '../domain/ledger';
import type { Context } from '../domain/plan';
import type { Duty, Program } from '../domain/rule';
import type { AnswerLinks } from '../platform/answer-links';
import type { Attempt, Person, Store } from '../store/types';
import { openProposal } from '../domain/times';
import { answerWay, timesWay } from './answer-way';
import { sameClock, type Clock } from './clock';
import { contexts, type ContextOf } from './context';
import { dutyOf } from './effect-order';
import { mayName } from './may-name';
import { decideWay } from './decide-way';
import type { ComposeInput, Mail, Messenger, SendResult } from './messenger';
import type { Effect, EffectResult } from './ports';
import { changesPlan, reasonToDrop } from './still-wanted';

export interface DeliverPorts {
  readonly store: Store;
  readonly programs: readonly Program[];
  readonly messenger: Messenger;
  readonly links: AnswerLinks;
  readonly clock?: Clock;
}

export function createDeliver(ports: DeliverPorts): Effect {
  const contextOf = contexts(ports.programs);
  return async ({ caseId, key }) => {
    const found = await ports.store.intent(key);
    if (found === null || found.caseId !== caseId) return null;
    if (found.intent.state !== 'wanted') return settled(ports, found.intent, found.last);
    return new Delivery(ports, contextOf, caseId, found.intent).run();
  };
}

class Delivery {
  private readonly now: number;

  constructor(
    private readonly ports: DeliverPorts,
    private readonly contextOf: ContextOf,
    private readonly caseId: string,
    private readonly intent: Intent,
  ) {
    this.now = (ports.clock ?? sameClock).toDomain(Date.now());
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
    if (person?.doNotContact) return this.fail('dropped', 'do-not-contact');
    if (person === undefined || person.email === null || person.email === '') return this.fail('dropped', 'no-address');
    const duty = dutyOf(intent, context);
    const decide = await decideWay(this.ports, { intent, caseId, person, file, context, now: this.now });
    const introduced =
      intent.kind === 'announce' && duty ? await this.introduced(intent, duty, file, context) : undefined;
    if (introduced === null) return this.fail('dropped', 'no-telephone');
    const mail = await this.compose(person, file, duty && `${duty.says} (${duty.cites.join(', ')})`, {
      agency: data,
      mayName: mayName(intent, file, context),
      ...(decide ? { decide } : {}),
      ...(introduced ? { introduced } : {}),
    });
    return this.send(mail);
  }

  /** null: nobody is, or there is no number to tell. */
  private async introduced(
    intent: Intent,
    duty: Duty,
    file: CaseFile,
    { agency }: Context,
  ): Promise<ComposeInput['introduced'] | null> {
    const id = introducedBy(intent, duty, file, dayOf(intent.at, agency.zone));
    const person = id === null ? undefined : (await this.ports.store.people({ caseId: null, ids: [id] }))[0];
    return person?.phone ? { name: person.name, phone: person.phone } : null;
  }

  private async recipient(): Promise<Person | undefined> {
    const { to } = this.intent;
    const caseId = to.kind === 'staff' ? null : this.caseId;
    return (await this.ports.store.people({ caseId, ids: [to.id] }))[0];
  }

  private async compose(
    person: Person,
    file: CaseFile,
    dutyText: string | undefined,
    known: Pick<ComposeInput, 'agency' | 'mayName' | 'decide' | 'introduced'>,
  ): Promise<Mail> {
    const { intent, caseId } = this;
    const meeting = intent.topic === 'meeting' ? await this.meeting(file) : undefined;
    const proposal = intent.topic === 'times' ? openProposal(file, intent.about) : null;
    const facilitator = meeting || proposal ? await this.facilitator(file) : undefined;
    const to = { caseId, person, now: this.now };
    const answer = proposal
      ? await timesWay(this.ports, { ...to, proposal })
      : meeting && (await answerWay(this.ports, { ...to, intent, meeting }));
    try {
      return await this.ports.messenger.compose({
        intent,
        caseId,
        person,
        ...known,
        ...(meeting ? { meeting } : {}),
        ...(proposal ? { times: proposal } : {}),
        ...(facilitator ? { facilitator } : {}),
        ...(answer ? { answer } : {}),
        ...(dutyText === undefined ? {} : { dutyText }),
      });
    } catch {
      // Its message may hold a name. Tried again, because a mended release can say it.
      throw failure('NotComposed');
    }
  }

  /** A place that was recorded before its address became confidential is told to nobody. */
  private async meeting(file: CaseFile): Promise<Meeting | undefined> {
    const meeting = file.meetings.get(this.intent.about);
    const place = meeting?.place ?? null;
    if (!meeting || place === null) return meeting;
    const hidden = await this.ports.store.confidentialAmong(this.caseId, [place]);
    return hidden.has(place) ? { ...meeting, place: null } : meeting;
  }

  private async facilitator(file: CaseFile): Promise<Person | undefined> {
    const held = file.assignments.findLast((a) => a.role === 'facilitator' && a.until === null);
    return held && (await this.ports.store.people({ caseId: null, ids: [held.staff] }))[0];
  }

  private async send(mail: Mail): Promise<EffectResult> {
    let result: SendResult;
    try {
      result = await this.ports.messenger.send(mail);
    } catch (error) {
      if (error instanceof Error && error.name === 'CarrierUnreachable')
        return this.later('failed', 'no-carrier', mail, 'CarrierAway');
      // It may have arrived all the same: the next try is the same message under the same id.
      return this.later('unknown', 'no-answer', mail, 'CarrierAway');
    }
    const response = withoutAddresses(result.response);
    if (result.accepted) {
      const { withdrawn } = await this.write('accepted', response, 'sent', mail.messageId);
      return announcedEntry(this.intent, this.ports) ?? (withdrawn ? thinkAgain('sent', this.intent) : null);
    }
    if (result.permanent) return this.fail('refused', response, mail.messageId);
    return this.later('failed', response, mail, 'CarrierDefers');
  }

  /** Written down, then tried again by the server, unless nobody wants it any more. */
  private async later(result: 'unknown' | 'failed', detail: string, mail: Mail, code: string): Promise<EffectResult> {
    const { withdrawn } = await this.write(result, detail, 'wanted', mail.messageId);
    if (!withdrawn) throw failure(code);
    const found = await this.ports.store.intent(this.intent.key);
    return found ? settled(this.ports, found.intent, found.last) : null;
  }

  private async drop(reason: string): Promise<EffectResult> {
    await this.write('dropped', reason, 'dropped');
    return afterDrop(this.intent, reason);
  }

  /** Nobody was told, and trying again will not help: it becomes a task. */
  private async fail(result: 'dropped' | 'refused', detail: string, messageId?: string): Promise<EffectResult> {
    const { withdrawn } = await this.write(result, detail, 'failed', messageId);
    return withdrawn ? null : undeliverable(this.intent, result === 'refused' ? 'refused' : detail);
  }

  private write(
    result: Attempt['result'],
    detail: string,
    state: IntentState,
    messageId: string | null = null,
  ): Promise<{ withdrawn: boolean }> {
    return this.ports.store.attempted(this.intent.key, { at: this.now, result, detail, messageId }, state);
  }
}

/** Asked about something that has come to its end: the answer that was given then, in case it was lost on the way. */
async function settled(ports: DeliverPorts, intent: Intent, last: Attempt | null): Promise<EffectResult> {
  switch (intent.state) {
    case 'sent':
      return announcedEntry(intent, ports) ?? thinkAgain('sent', intent);
    case 'dropped':
      return afterDrop(intent, last?.detail ?? '');
    case 'failed':
      if (last?.result === 'refused') return undeliverable(intent, 'refused');
      return last?.result === 'dropped' ? undeliverable(intent, last.detail) : null;
    case 'withdrawn': {
      if (last?.result !== 'unknown') return null;
      // Nobody knows whether it arrived. It is taken as said, so that who was told of it is told of the change.
      const at = (ports.clock ?? sameClock).toDomain(Date.now());
      await ports.store.attempted(intent.key, { ...last, at, detail: 'taken-as-sent' }, 'sent');
      return thinkAgain('sent', intent);
    }
    case 'covered':
    case 'wanted':
      return null;
  }
}

const afterDrop = (intent: Intent, reason: string): EffectResult =>
  changesPlan.has(reason) ? thinkAgain('dropped', intent) : null;

/** No events: the case plans again with what the ledger says now. */
const thinkAgain = (what: 'sent' | 'dropped', intent: Intent): EffectResult => ({
  id: `${what}:${hash(intent.key)}`,
  by: 'system',
});

const undeliverable = (intent: Intent, reason: string): EffectResult => ({
  id: `undeliverable:${hash(intent.key)}`,
  by: 'system',
  events: [{ type: 'NoticeUndeliverable', notice: intent.key, recipient: intent.to.id, reason }],
});

const hash = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** A carrier's answer often repeats the address. */
const withoutAddresses = (response: string): string =>
  response.replace(/<?[^\s<>]+@[^\s<>]+>?/g, '(address)').slice(0, 200);

/** Codes only, and no cause: what the carrier's error says may hold an address. */
const failure = (code: string): ApplicationFailure => ApplicationFailure.retryable(code, code);
