// In whatever order somebody answers, sends a form again, the meeting moves and time passes: what counts is the last answer that
// was given to the time that is set, by a link that was good when it was given; and nothing else is on record.
import fc from 'fast-check';
import { startTestApi, START as MONDAY, DAY, type Api } from '../api/support/api';
import { answersIn, invitedFamily, lettered, zone } from '../api/support/invited-family';
import { Invitee, type Shown } from '../api/support/invitee';

let api: Api;
let invitee: Invitee;
beforeAll(async () => {
  api = await startTestApi();
  invitee = new Invitee(api.url);
});
afterAll(() => api.close());

const times = ['2026-03-20T17:30', '2026-03-21T17:30'] as const;
type Time = (typeof times)[number];
type Step =
  | { readonly do: 'open'; readonly time: Time }
  | { readonly do: 'answer'; readonly answer: 'accepted' | 'declined' }
  | { readonly do: 'replay' }
  | { readonly do: 'move'; readonly to: Time }
  | { readonly do: 'wait' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), time: fc.constantFrom(...times) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer' as const), answer: fc.constantFrom('accepted', 'declined') }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'replay' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), to: fc.constantFrom(...times) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'wait' as const }) },
);

/** What the page and the record must say, told without either. */
interface Model {
  set: Time;
  over: boolean;
  /** The last answer on record to each time. */
  readonly stands: Map<Time, string>;
  readonly recorded: string[];
}

function take(model: Model, time: Time, answer: string): void {
  if (model.stands.get(time) === answer) return;
  model.stands.set(time, answer);
  model.recorded.push(`${time} ${answer}`);
}

const startOf = (time: Time): number => Date.parse(`${time}:00-07:00`);

test('any order of opening, answering, sending again, moving and waiting', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      api.clock.now = MONDAY;
      const of = await invitedFamily(api);
      const tokens = new Map<Time, string>();
      for (const time of times) tokens.set(time, await lettered(api, of, of.berta, time));
      const model: Model = { set: times[0], over: false, stands: new Map(), recorded: [] };
      let screen: { readonly page: Shown; readonly time: Time } | null = null;
      let sent: { readonly page: Shown; readonly time: Time; readonly answer: string; taken: boolean } | null = null;
      const good = (time: Time): boolean => time === model.set && !model.over;

      for (const one of steps)
        switch (one.do) {
          case 'open': {
            const page = await invitee.open(tokens.get(one.time)!);
            expect(page.status).toBe(good(one.time) ? 200 : 410);
            screen = good(one.time) ? { page, time: one.time } : null;
            break;
          }
          case 'answer': {
            if (!screen) break;
            sent = { ...screen, answer: one.answer, taken: good(screen.time) };
            const page = await invitee.press(screen.page, 'give', { give: '1', answer: one.answer });
            expect(page.status).toBe(good(screen.time) ? 200 : 410);
            if (good(screen.time)) take(model, screen.time, one.answer);
            screen = good(screen.time) ? { page, time: screen.time } : null;
            break;
          }
          case 'replay': {
            if (!sent) break;
            const page = await invitee.press(sent.page, 'give', { give: '1', answer: sent.answer });
            expect(page.status).toBe(good(sent.time) ? 200 : 410);
            // What was taken before changes nothing, whatever came between; what was turned away then is heard now.
            if (good(sent.time) && !sent.taken) take(model, sent.time, sent.answer);
            sent.taken ||= good(sent.time);
            break;
          }
          case 'move': {
            if (model.over) break;
            await api.do('POST', `${of.at}/meetings/${of.meeting}/reschedule`, { startsAt: one.to, zone });
            model.set = one.to;
            break;
          }
          case 'wait':
            // To the very start, from which on nothing opens; the mark of the page would be too old besides.
            api.clock.now = startOf(times[1]) + DAY;
            model.over = true;
            screen = sent = null;
            break;
        }

      const record = (await answersIn(api, of)).map((event) => `${event.startsAt} ${event.answer}`);
      expect(record).toEqual(model.recorded);
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 25) },
  );
}, 600_000);
