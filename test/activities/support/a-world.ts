// A store, the activities over it and a messenger that keeps everything, with a clock that tests set.
import { createActivities } from '../../../src/activities';
import type { Clock } from '../../../src/activities/clock';
import type { CaseActivities } from '../../../src/activities/ports';
import { answerLinksWith } from '../../../src/platform/answer-links';
import { openStore } from '../../../src/store/open';
import type { Person, Store } from '../../../src/store/types';
import type { Program } from '../../../src/domain/rule';
import type { TurnEntry } from '../../../src/domain/turn';
import type { Entry, Step } from '../../../src/workflows/messages';
import { freshCase, noon, opening, sampleAgency, samplePrograms } from '../../store/support/a-turn';
import { FakeMessenger } from './fake-messenger';

export class World {
  messenger = new FakeMessenger();
  readonly caseId = freshCase();
  readonly links = answerLinksWith(Buffer.alloc(32, 7), 'http://office.test/');
  now = noon('2026-03-02');
  fromDomain: Clock['fromDomain'] = (ms) => ms;
  programs: readonly Program[] = samplePrograms;
  /** What the activities are given: a test may put something in between. */
  store: Store;

  constructor(private readonly real: Store) {
    this.store = real;
  }

  get activities(): CaseActivities {
    // Old dates on a machine that lives in the present: the moment of the test, whatever the machine's clock says.
    const clock: Clock = { toDomain: () => this.now, fromDomain: (ms) => this.fromDomain(ms) };
    return createActivities({
      store: this.store,
      programs: this.programs,
      messenger: this.messenger,
      links: this.links,
      clock,
    });
  }

  advance(...entries: Entry[]): Promise<Step> {
    return this.activities.advance({ caseId: this.caseId, entries, now: this.now });
  }

  async on(date: string, ...entries: Entry[]): Promise<Step> {
    this.now = noon(date);
    return this.advance(...entries);
  }

  /** The case is open; p1 and p2 take part in it, everybody has an address. */
  async open(...more: Entry[]): Promise<Step> {
    for (const id of ['cw1', 'sup1', 'fac1', 'fac2']) await this.person({ id, caseId: null });
    for (const id of ['p1', 'p2', 'c1']) await this.person({ id });
    return this.advance(opening() as Entry, ...more);
  }

  person(over: Partial<Person> & { id: string }): Promise<void> {
    return this.real.savePerson({
      caseId: this.caseId,
      name: `Name of ${over.id}`,
      email: `${over.id}@people.test`,
      phone: null,
      language: 'en',
      doNotContact: false,
      ...over,
    });
  }

  /** Does every effect that a step names, as the workflow would, and hands back what they ask the case to think about. */
  async deliver(step: Step): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const { kind, key } of step.effects) {
      const entry = await this.activities[kind]({ caseId: this.caseId, key });
      if (entry !== null) entries.push(entry);
    }
    return entries;
  }

  /** Keeps the whole text in the intake, as the API does, and gives what travels. */
  async keep(body: TurnEntry, travels: Entry): Promise<Entry> {
    await this.real.receive({ entryId: body.id, caseId: this.caseId, by: body.by, body, receivedAt: this.now });
    return travels;
  }
}

let shared: Promise<Store> | undefined;
/** One PGlite for a suite: opening it takes longer than most tests. */
export async function aWorld(): Promise<World> {
  shared ??= openStore().then(async (store) => {
    await store.saveAgency(sampleAgency);
    return store;
  });
  return new World(await shared);
}

export async function closeWorlds(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}

export const meeting = (startsAt: string, invitees: readonly string[] = ['p1', 'p2'], id = 'm1'): Entry => ({
  id: `schedule-${id}`,
  by: 'fac1',
  events: [
    {
      type: 'MeetingScheduled',
      meeting: id,
      kinds: ['ppm'],
      invitees,
      startsAt,
      zone: 'America/Chicago',
      minutes: 60,
      place: 'Room 4',
    },
  ],
});
