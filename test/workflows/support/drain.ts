// A morning on which everything falls due in one minute: families with a meeting in a week, each invitee with a reminder, and no
// worker at the time. Then the workers start, over a real store, a real mail server on a socket, and a real Temporal server.
import { createActivities } from '../../../src/activities';
import { createMessenger } from '../../../src/messaging/messenger';
import { answerLinksWith } from '../../../src/platform/answer-links';
import type { WorkflowBundle } from '../../../src/platform/worker-parts';
import { startCase } from '../../../src/platform/temporal';
import { openStore } from '../../../src/store/open';
import type { Store } from '../../../src/store/types';
import type { Entry } from '../../../src/workflows/messages';
import { startSmtpStub } from '../../messaging/support/smtp-stub';
import { noon, opening, sampleAgency, samplePrograms } from '../../store/support/a-turn';
import { clientOf, newCaseId, startWorkers, until } from './server';

export interface Morning {
  readonly families: number;
  readonly inviteesEach: number;
  readonly perSecond: number;
  /** After so many mails the workers are stopped, and others take their place. */
  readonly changeAfter?: number;
}

export interface Drained {
  /** Message-IDs in the order of arrival. */
  readonly mails: readonly string[];
  /** When a connection was made for each. */
  readonly connections: readonly number[];
  readonly wanted: number;
  /** From the start of the workers to the last record of a mail. */
  readonly ms: number;
}

/** Eight in the morning in Chicago, seven days before the meeting. */
const DUE = Date.parse('2026-03-23T13:00:00Z');

export async function drain(address: string, morning: Morning, bundle?: WorkflowBundle): Promise<Drained> {
  const { families, inviteesEach, perSecond } = morning;
  const wanted = families * inviteesEach;
  const smtp = await startSmtpStub();
  const store = await openStore();
  const client = await clientOf(address);
  try {
    await store.saveAgency(sampleAgency);
    const clock = { started: 0 };
    const activities = createActivities({
      store,
      programs: samplePrograms,
      messenger: createMessenger({
        agency: { name: 'Meetings Office', email: 'meetings@agency.example' },
        consoleUrl: 'http://127.0.0.1:3000',
        smtp: { host: '127.0.0.1', port: smtp.options().port },
        perSecond,
      }),
      links: answerLinksWith(Buffer.alloc(32, 7), 'http://office.test/'),
      clock: { toDomain: (ms) => ms - clock.started + DUE, fromDomain: (ms) => ms - DUE + clock.started },
    });
    const cases = Array.from({ length: families }, newCaseId);
    for (const caseId of cases) {
      // The moments of the recording, whatever the clock says.
      const at = (moment: number, entry: Entry) =>
        activities.advance({ caseId, entries: [entry], now: moment - DUE + clock.started });
      await record(store, caseId, inviteesEach, at);
    }
    for (const caseId of cases) await startCase(client, { caseId });

    const start = () =>
      startWorkers(address, { activities }, { effectsPerSecond: perSecond, ...(bundle ? { bundle } : {}) });
    clock.started = Date.now();
    let workers = await start();
    // A machine with other work takes half a second for each.
    const patience = 120_000 + wanted * 500;
    try {
      if (morning.changeAfter !== undefined) {
        const { changeAfter } = morning;
        await until('some mails', () => smtp.received.length >= changeAfter, patience);
        await workers.stop();
        workers = await start();
      }
      await until(
        'all are sent',
        async () => smtp.received.length >= wanted && (await sent(store, cases)) === wanted,
        patience,
      );
    } finally {
      await workers.stop();
    }
    return {
      mails: smtp.received.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw.toString())?.[1] ?? ''),
      connections: smtp.connections,
      wanted,
      ms: Date.now() - clock.started,
    };
  } finally {
    await client.connection.close();
    await store.close();
    await smtp.close();
  }
}

async function record(
  store: Store,
  caseId: string,
  inviteesEach: number,
  at: (moment: number, entry: Entry) => Promise<{ outcomes: readonly { accepted: boolean }[] }>,
): Promise<void> {
  const invitees = Array.from({ length: inviteesEach }, (_, i) => `q${i + 1}`);
  for (const id of invitees)
    await store.savePerson({
      id,
      caseId,
      name: `Name of ${id}`,
      email: `${id}.${caseId}@people.test`,
      phone: null,
      language: 'en',
      doNotContact: false,
    });
  const { id, by, events = [] } = opening();
  const people = invitees.map((participant) => ({
    type: 'ParticipantAdded',
    on: '2026-03-02',
    participant,
    role: 'kin',
  }));
  const meeting = {
    type: 'MeetingScheduled',
    meeting: 'm1',
    kinds: ['ppm'],
    invitees,
    startsAt: '2026-03-30T10:00',
    zone: 'America/Chicago',
  };
  for (const [moment, entry] of [
    [noon('2026-03-02'), { id, by, events: [...events, ...people] }],
    [noon('2026-03-03'), { id: 'schedule', by: 'fac1', events: [meeting] }],
  ] as const) {
    const { outcomes } = await at(moment, entry);
    if (outcomes.some((outcome) => !outcome.accepted)) throw new Error('the family was refused');
  }
  // Invited long ago.
  for (const { key } of await store.ledger(caseId))
    await store.attempted(
      key,
      { at: noon('2026-03-03'), result: 'accepted', detail: '250 OK', messageId: '<invited@test>', channel: 'email' },
      'sent',
    );
}

async function sent(store: Store, cases: readonly string[]): Promise<number> {
  let count = 0;
  for (const caseId of cases)
    count += (await store.ledger(caseId)).filter(({ kind, state }) => kind === 'remind' && state === 'sent').length;
  return count;
}

/** The most of these moments in any stretch of this length. */
export function mostWithin(moments: readonly number[], ms: number): number {
  const times = moments.toSorted((a, b) => a - b);
  return Math.max(...times.map((from, i) => times.slice(i).filter((at) => at < from + ms).length));
}
