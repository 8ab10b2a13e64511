// A scenario through the real workflow on the time-skipping server. What is answered was read back from the store and
// from the mail server of this run; `plan` is not asked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection } from '@temporalio/worker';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { simpleParser } from 'mailparser';
import { createActivities } from '../activities';
import { withoutProse } from '../domain/free-words';
import type { Program } from '../domain/rule';
import { openMailbox, type Mailbox } from '../messaging/mailbox';
import { createMessenger } from '../messaging/messenger';
import { answerLinksFrom } from '../platform/answer-links';
import { loadKeys } from '../platform/keys';
import { registerSearchAttributes } from '../platform/search-attributes';
import { connectClient, dataConverterFor, submitEntry } from '../platform/temporal';
import { ensureTestServer, startPatiently } from '../platform/test-server';
import { bundleCases, createWorkers, installRuntime, type WorkflowBundle } from '../platform/worker-parts';
import { openStore } from '../store/open';
import type { Store } from '../store/types';
import { byMoment, refusalOf, sorted } from './output';
import type { Scenario, Simulated, SimulatedNotice, SimulatedObligation } from './format';
import { prepare, type Prepared, type Timed } from './prepare';

const MINUTE = 60_000;
/** Made once in a process, whatever the number of scenarios. */
let bundle: ReturnType<typeof bundleCases> | null = null;
const PATIENCE_MS = 60_000;

export async function simulateOnEngine(scenario: Scenario, programs: readonly Program[]): Promise<Simulated> {
  const path = await ensureTestServer({ progress: (line) => void process.stderr.write(`${line}\n`) });
  installRuntime(() => undefined);
  const env = await startPatiently(() =>
    TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } }),
  );
  try {
    return await onServer(env, scenario, programs);
  } finally {
    await env.teardown();
  }
}

/** Called when the story has been played, before its workflow is ended: the histories can be read. */
export type Played = (client: Client, caseId: string, dataConverter: DataConverter) => Promise<void>;

export interface Playing {
  readonly whenPlayed?: Played;
  /** The workflow code, where somebody has bundled it already: that takes longer than most stories. */
  readonly bundle?: WorkflowBundle;
  /** An empty store, left open; without it the story has one of its own. */
  readonly store?: Store;
}

/** On a server that is there already, and has ended no case: on one that has, time may stop skipping. */
export async function onServer(
  env: TestWorkflowEnvironment,
  scenario: Scenario,
  programs: readonly Program[],
  playing: Playing = {},
): Promise<Simulated> {
  const prepared = prepare(scenario);
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
  const mailbox = await openMailbox({ dataDir: folder });
  const store = playing.store ?? (await openStore());
  try {
    await keepAgency(store, prepared);
    return await played(env, scenario, prepared, programs, store, mailbox, folder, playing);
  } finally {
    await mailbox.close();
    if (store !== playing.store) await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function keepAgency(store: Store, { agency, people, caseId }: Prepared): Promise<void> {
  // A list gathers over cases: here there is one, and each notice is read by itself.
  await store.saveAgency({ ...agency, settings: { ...agency.settings, staffDigest: false } });
  for (const { id, staff, name, email } of people)
    await store.savePerson({
      id,
      caseId: staff ? null : caseId,
      name,
      email,
      // Staff have one: whoever is assigned is announced with it.
      phone: staff ? '+1 555 0100' : null,
      language: 'en',
      doNotContact: false,
    });
}

async function played(
  env: TestWorkflowEnvironment,
  scenario: Scenario,
  prepared: Prepared,
  programs: readonly Program[],
  store: Store,
  mailbox: Mailbox,
  folder: string,
  playing: Playing,
): Promise<Simulated> {
  // The server lives in the present and its clock runs while work is done: the case is told the minute, in the scenario's time.
  const first = prepared.entries[0]!.at;
  const shift = first - (Math.ceil((await env.currentTimeMs()) / MINUTE) + 1) * MINUTE;
  const clock = {
    toDomain: (ms: number) => Math.floor((ms + shift) / MINUTE) * MINUTE,
    fromDomain: (ms: number) => ms - shift,
  };
  const keyFile = join(folder, 'keys.json');
  const dataConverter = dataConverterFor(loadKeys(keyFile));
  const consoleUrl = 'http://127.0.0.1:3000';
  const messenger = createMessenger({
    agency: { name: 'Family Services', email: 'meetings@agency.example.org' },
    consoleUrl,
    smtp: { host: mailbox.host, port: mailbox.port },
  });
  const client = await connectClient({ address: env.address, namespace: 'default', dataConverter });
  const connection = await NativeConnection.connect({ address: env.address });
  await registerSearchAttributes(env.connection, 'default');
  const workers = await createWorkers({
    connection,
    namespace: 'default',
    bundle: playing.bundle ?? (await (bundle ??= bundleCases())),
    activities: createActivities({ store, programs, messenger, links: answerLinksFrom(keyFile, consoleUrl), clock }),
    dataConverter,
  });
  const { caseId } = prepared;
  const until = async (domain: number): Promise<void> => {
    const wait = clock.fromDomain(domain) - (await env.currentTimeMs());
    if (wait > 0) await env.sleep(wait);
  };
  const hand = async ({ entry, at }: Timed): Promise<void> => {
    await store.receive({ entryId: entry.id, caseId, by: entry.by, body: entry, receivedAt: at });
    const { tellPast: _kept, ...travels } = withoutProse(entry);
    const submission = await submitEntry(client, caseId, travels, {
      deadlineMs: PATIENCE_MS,
      start: { input: { caseId } },
    });
    if (submission.state !== 'recorded' && submission.state !== 'refused')
      throw new Error(`entry ${entry.id} was not answered: ${submission.state}`);
  };
  /** The case has planned for a moment after this one, and everything wanted has been sent. */
  const settled = async (moment: number): Promise<void> => {
    const deadline = Date.now() + PATIENCE_MS;
    const toBeSent = async () => (await store.ledger(caseId)).filter((i) => i.state === 'wanted');
    for (;;) {
      const row = await store.case(caseId);
      const planned = row !== null && (row.finished || row.wakeAt > moment);
      // Asked in this order and not too often: the store works in this very process.
      if (planned && (await toBeSent()).length === 0) return;
      if (Date.now() > deadline)
        throw new Error(
          `the case did not settle at ${new Date(moment).toISOString()}: ${row?.headline ?? 'not opened'}; to be sent: ${(await toBeSent()).map((i) => i.key).join(', ')}`,
        );
      await pause(10);
    }
  };

  const running = workers.run();
  try {
    const looks: Simulated['looks'][number][] = [];
    let next = 0;
    for (const look of prepared.looks) {
      for (;;) {
        const entry = prepared.entries[next];
        const row = await store.case(caseId);
        const wake = !row || row.finished ? Infinity : row.wakeAt;
        const at = Math.min(entry?.at ?? Infinity, wake);
        if (at > look.at) break;
        await until(at);
        if (entry && entry.at <= wake) {
          await hand(entry);
          next += 1;
        }
        await settled(at);
      }
      const row = await store.case(caseId);
      looks.push({
        at: look.label,
        headline: row?.headline ?? 'not opened yet',
        obligations: await obligationsIn(store, caseId),
      });
    }
    await playing.whenPlayed?.(client, caseId, dataConverter);
    return {
      title: scenario.title,
      looks,
      notices: await noticesIn(store, mailbox, prepared),
      refusals: await refusalsIn(store, caseId),
    };
  } finally {
    await client.workflow
      .getHandle(caseId)
      .terminate()
      .catch(() => undefined);
    workers.shutdown();
    await running;
    await connection.close();
    await client.connection.close();
  }
}

async function obligationsIn(store: Store, caseId: string): Promise<SimulatedObligation[]> {
  return sorted(
    (await store.obligations({ caseId })).map((o) => ({
      key: o.key,
      rule: `${o.program}/${o.duty}`,
      requirements: o.cites,
      scope: o.subject,
      says: o.says,
      owner: { role: o.ownerRole, staff: o.owner },
      status: o.status,
      due: o.due,
      notBefore: o.notBefore,
      doneOn: o.doneOn,
      reason: o.reason,
    })),
  );
}

/** What the mail server received, each mail matched to its intent by its Message-ID; a mail that belongs to none is a fault. */
async function noticesIn(store: Store, mailbox: Mailbox, { caseId, people }: Prepared): Promise<SimulatedNotice[]> {
  const deliveries = await store.deliveries({ caseId });
  const byMessage = new Map(
    deliveries.flatMap((d) => d.attempts.flatMap((a) => (a.messageId === null ? [] : [[a.messageId, d] as const]))),
  );
  const notices: SimulatedNotice[] = [];
  for (const { id } of mailbox.list()) {
    const stored = (await mailbox.get(id))!;
    const mail = await simpleParser(stored.raw);
    const delivery = byMessage.get(mail.messageId ?? '');
    if (!delivery) throw new Error(`a mail that no intent asked for: ${mail.subject ?? ''}`);
    const recipient = people.find((p) => p.email === stored.to);
    if (!recipient) throw new Error('a mail to nobody of the scenario');
    const part = (name: string): string | null =>
      new RegExp(`^${name}:(.*)\\r$`, 'm').exec(stored.calendar ?? '')?.[1] ?? null;
    const sequence = part('SEQUENCE');
    notices.push({
      key: delivery.key.slice(caseId.length + 1),
      kind: delivery.intent.kind,
      recipient: recipient.id,
      about: delivery.intent.about,
      at: (mail.date ?? new Date(Number.NaN)).toISOString(),
      due: delivery.intent.due,
      method: part('METHOD'),
      sequence: sequence === null ? null : Number(sequence),
      late: delivery.intent.late,
    });
  }
  return notices.sort(byMoment);
}

async function refusalsIn(store: Store, caseId: string): Promise<Simulated['refusals'][number][]> {
  return (await store.entries(caseId))
    .filter((e) => !e.outcome.accepted)
    .sort((a, b) => a.recordedAt - b.recordedAt)
    .map((e) => refusalOf(e.outcome.id, e.recordedAt, e.outcome.unmet ?? []));
}
