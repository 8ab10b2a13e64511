// Everything that those invited receive, over a real mail server: each effect that a case wants is done as the worker does it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActivities } from '../../../src/activities';
import type { CaseActivities } from '../../../src/activities/ports';
import { openMailbox, type Mailbox } from '../../../src/messaging/mailbox';
import { createMessenger } from '../../../src/messaging/messenger';
import { programs } from '../../../src/programs';
import { Letters, type Letter } from '../../e2e/support/letters';
import type { Api } from './api';

export class Postman {
  readonly letters: Letters;

  private constructor(
    private readonly api: Api,
    private readonly activities: CaseActivities,
    private readonly mailbox: Mailbox,
    private readonly folder: string,
  ) {
    this.letters = new Letters(() => this.mailbox);
  }

  static async of(api: Api): Promise<Postman> {
    const folder = mkdtempSync(join(tmpdir(), 'postman-'));
    const mailbox = await openMailbox({ dataDir: folder });
    const messenger = createMessenger({
      agency: { name: 'Family Meetings Office', email: 'meetings@agency.example.org' },
      consoleUrl: 'http://127.0.0.1:3000',
      smtp: { host: mailbox.host, port: mailbox.port },
    });
    const activities = createActivities({
      store: api.store,
      programs,
      messenger,
      links: api.deps.answerLinks,
      clock: { toDomain: () => api.clock.now, fromDomain: (ms) => ms },
    });
    return new Postman(api, activities, mailbox, folder);
  }

  /** Until nothing more is wanted. */
  async round(caseId: string): Promise<void> {
    for (let rounds = 0; rounds < 20; rounds++) {
      const wanted = (await this.api.store.ledger(caseId)).filter(({ state }) => state === 'wanted');
      if (wanted.length === 0) return;
      for (const { kind, key } of wanted) {
        const entry = await this.activities[kind]({ caseId, key });
        if (entry) await this.api.cases.submit(caseId, entry, { deadlineMs: 2_000, start: true });
      }
    }
    throw new Error('there is always something more to send');
  }

  /** The clock goes on, the case wakes, and what has fallen due is sent. */
  async until(caseId: string, moment: string): Promise<void> {
    this.api.clock.now = Date.parse(moment);
    await this.api.cases.wake(caseId);
    await this.round(caseId);
  }

  to(address: string): Promise<Letter[]> {
    return this.letters.to(address);
  }

  async close(): Promise<void> {
    await this.mailbox.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
