// An office with everything real: store, mail server, workers, and the API on a port of its own, over whatever engine it is given.
// Each part can be stopped and started again by itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { createActivities } from '../../../src/activities';
import type { AllActivities } from '../../../src/activities/ports';
import { temporalCases } from '../../../src/api/cases';
import { dayOf, iso } from '../../../src/domain/calendar';
import type { Program } from '../../../src/domain/rule';
import { openMailbox, type Mailbox } from '../../../src/messaging/mailbox';
import { createMessenger } from '../../../src/messaging/messenger';
import { readConfig } from '../../../src/platform/config';
import type { Identity } from '../../../src/platform/identity';
import { answerLinksFrom } from '../../../src/platform/answer-links';
import { createCodec } from '../../../src/platform/codec';
import { loadKeys, type Keys } from '../../../src/platform/keys';
import { caseWatch } from '../../../src/platform/case-watch';
import { connectClient, dataConverterFor } from '../../../src/platform/temporal';
import { startApi, type ApiProcess } from '../../../src/processes/api-process';
import { createLog } from '../../../src/processes/log';
import { developmentSignIn, type SignIn } from '../../../src/processes/sign-in';
import { programs } from '../../../src/programs';
import { sampleAgency, SAMPLE_ZONE } from '../../../src/sample/agency';
import { openDatabase, type Database } from '../../../src/store/database';
import { storeOver } from '../../../src/store/open';
import type { Store } from '../../../src/store/types';
import { historiesOf, startWorkers, type Running } from '../../workflows/support/server';
import { Browser } from './browser';
import { Letters } from './letters';

const nothing = (): void => undefined;

export class Office {
  readonly letters: Letters;
  private workers: Running | undefined;

  private constructor(
    readonly address: string,
    private readonly folder: string,
    readonly store: Store,
    /** For tests that damage what the store holds. */
    readonly db: Database['db'],
    private readonly keys: Keys,
    private mailbox: Mailbox,
    /** Speaks with Temporal as the API does: what it reads is decoded. */
    readonly client: Client,
    private readonly signIn: SignIn,
    private api: ApiProcess,
  ) {
    this.letters = new Letters(() => this.mailbox);
  }

  static async open(address: string): Promise<Office> {
    const folder = mkdtempSync(join(tmpdir(), 'office-'));
    const undo: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
    try {
      const keys = loadKeys(join(folder, 'keys.json'));
      const database = await openDatabase({});
      const store = await storeOver(database);
      undo.unshift(() => store.close());
      await sampleAgency(store);
      const signIn = await developmentSignIn({ dataDir: folder, production: false }, () => store.agency());
      undo.unshift(() => signIn.close());
      const mailbox = await openMailbox({ dataDir: folder });
      undo.unshift(() => mailbox.close());
      const client = await connectClient({ address, namespace: 'default', dataConverter: dataConverterFor(keys) });
      undo.unshift(() => client.connection.close());
      const api = await startOfficeApi(folder, address, keys, store, signIn.identity);
      return new Office(address, folder, store, database.db, keys, mailbox, client, signIn, api);
    } catch (error) {
      for (const step of undo) await step().catch(nothing);
      throw error;
    }
  }

  /** Of these programs, and with these activities, when they are not the real ones. */
  async startWorkers(
    given: readonly Program[] = programs,
    around: (activities: AllActivities) => AllActivities = (activities) => activities,
  ): Promise<void> {
    const messenger = createMessenger({
      agency: { name: 'Family Meetings Office', email: 'meetings@agency.example.org' },
      consoleUrl: this.url,
      smtp: { host: this.mailbox.host, port: this.mailbox.port },
    });
    const links = answerLinksFrom(join(this.folder, 'keys.json'), this.url);
    const cases = temporalCases(async () => this.client);
    const watch = caseWatch(async () => this.client, 'default');
    const activities = around(createActivities({ store: this.store, programs: given, messenger, links, cases, watch }));
    this.workers = await startWorkers(this.address, { activities }, { dataConverter: dataConverterFor(this.keys) });
  }

  async stopWorkers(): Promise<void> {
    await this.workers?.stop();
    this.workers = undefined;
  }

  /** Nobody listens on its port any more. */
  stopMailServer(): Promise<void> {
    return this.mailbox.close();
  }

  /** On the same port, with the letters that it had. */
  async startMailServer(): Promise<void> {
    this.mailbox = await openMailbox({ dataDir: this.folder, port: this.mailbox.port });
  }

  /** Of the API, and of the page in the invitations. */
  get url(): string {
    return `http://127.0.0.1:${this.api.port}`;
  }

  as(staff: string): Browser {
    return new Browser(this.url, async () => (await this.signIn.development?.tokenFor(staff)) ?? '');
  }

  /** Every byte that Temporal holds of a case, as somebody with the keys reads it. */
  async inTemporal(caseId: string): Promise<string> {
    const histories = await historiesOf(this.client, caseId);
    const sealed: Payload[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
      if ('metadata' in value && 'data' in value && value.data instanceof Uint8Array) sealed.push(value as Payload);
      else Object.values(value).forEach(walk);
    };
    walk(histories);
    const opened = await createCodec(this.keys).decode(sealed);
    const { raw } = await this.client.workflow.getHandle(caseId).describe();
    return [
      JSON.stringify(histories),
      JSON.stringify(raw),
      ...opened.map(({ data }) => Buffer.from(data ?? []).toString('utf8')),
    ].join('\n');
  }

  /** Everything wanted has been sent, withdrawn or dropped, and the case has nothing under way. */
  async isQuiet(caseId: string): Promise<boolean> {
    const wanted = (await this.store.ledger(caseId)).filter((intent) => intent.state === 'wanted');
    if (wanted.length > 0) return false;
    const { raw } = await this.client.workflow.getHandle(caseId).describe();
    return (raw.pendingActivities ?? []).length === 0;
  }

  async close(): Promise<void> {
    await this.api.stop();
    await this.signIn.close();
    await this.stopWorkers();
    await this.client.connection.close();
    await this.mailbox.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function startOfficeApi(
  folder: string,
  address: string,
  keys: Keys,
  store: Store,
  identity: Identity,
): Promise<ApiProcess> {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder });
  const log = createLog('warn');
  log.level = 'silent'; // outages are the subject here, and each would be told
  return startApi({ config, address, port: 0, keys, store, identity, links: {}, log });
}

/** The civil day `n` days from now, where the office is. */
export const inDays = (n: number): string => iso(dayOf(Date.now(), SAMPLE_ZONE) + n);
export const ZONE = SAMPLE_ZONE;
