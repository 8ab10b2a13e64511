// Nobody worked over several due times. What the mail server then receives: in the order in which it was due, said to be late, once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createActivities } from '../../src/activities';
import { openMailbox, type Mailbox } from '../../src/messaging/mailbox';
import { createMessenger } from '../../src/messaging/messenger';
import type { Entry } from '../../src/workflows/messages';
import { enteredCare } from '../store/support/a-turn';
import { aWorld, closeWorlds } from './support/a-world';

let folder: string;
let mailbox: Mailbox;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catch-up-'));
  mailbox = await openMailbox({ dataDir: folder });
});
afterAll(async () => {
  await mailbox?.close();
  await closeWorlds();
  rmSync(folder, { recursive: true, force: true });
});

/** `to, late`: what arrived, oldest first. */
async function arrived(): Promise<string[]> {
  const letters = mailbox.list().toReversed();
  return Promise.all(
    letters.map(async ({ id, to }) => {
      const { text = '' } = await simpleParser((await mailbox.get(id))!.raw);
      return `${to} ${/It should have gone out on ([^.]*\d)/.exec(text)?.[1] ?? 'in time'}`;
    }),
  );
}

test('three due times without a worker: one step says what is still to be said, in order, marked late, and nothing twice', async () => {
  const world = await aWorld();
  await world.open(enteredCare('2026-03-02') as Entry);
  const activities = createActivities({
    store: world.store,
    programs: world.programs,
    messenger: createMessenger({
      agency: { name: 'Family Services', email: 'meetings@agency.example.org' },
      consoleUrl: 'http://127.0.0.1:3000',
      smtp: { host: mailbox.host, port: mailbox.port },
    }),
    links: world.links,
    clock: { toDomain: () => world.now, fromDomain: (ms) => ms },
  });
  const wake = async (date: string): Promise<number> => {
    const { effects } = await world.on(date);
    for (const { kind, key } of effects) expect(await activities[kind]({ caseId: world.caseId, key })).toBeNull();
    return effects.length;
  };
  // The plan was due on April 1: reminders on March 25, April 2, 9 and 23, the supervisor told on April 2. The review is due on
  // May 1: a reminder on April 24. Of the four about the plan the last is said.
  expect(await wake('2026-04-24')).toBe(3);
  expect(await arrived()).toEqual([
    expect.stringMatching(/^sup1@people\.test .*April 2, 2026/),
    expect.stringMatching(/^cw1@people\.test .*April 23, 2026/),
    expect.stringMatching(/^fac1@people\.test .*April 24, 2026/),
  ]);
  const covered = (await world.store.ledger(world.caseId)).filter(({ state }) => state === 'covered');
  expect(covered.map(({ rung }) => rung).toSorted()).toEqual(['after-1', 'after-8', 'before-7']);

  expect(await wake('2026-04-24')).toBe(0);
  expect(await arrived()).toHaveLength(3);
});
