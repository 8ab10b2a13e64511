// Permanency support in Milwaukee: every date here was worked out by hand from the text.
import { everyCase } from '../../src/programs/every-case';
import { wiPermanencySupport } from '../../src/programs/wi-permanency-support';
import { ACase, type Told } from '../support/a-case';
import { showRules } from '../support/rule-cases';
import { dates } from './wi-permanency-support/dates';
import { byExample, examples } from './wi-permanency-support/examples';
import { agency, closed, home, readyToClose, removed, twoBorn, visit, weekly } from './wi-permanency-support/stories';

showRules({
  immaterial: [
    {
      why: 'Which way it was decided, the question was taken up.',
      fields: ['DecisionMade.outcome'],
      rules: ['support-period', 'closing-consultation', 'supervisor-was-consulted', 'care-is-ensured'],
    },
    {
      why: 'The kind says what was decided (will-not-reunify); why stands beside it.',
      fields: ['DecisionMade.outcome', 'DecisionMade.reason'],
      rules: ['designation-not-early', 'twelve-months-are-over'],
    },
    {
      why: 'Who came is looked at by a duty of its own (staffing-roles).',
      fields: ['MeetingHeld.attendance'],
      rules: ['six-month-staffing', 'closure-staffing', 'closing-needs-staffing'],
    },
    {
      why: 'Any other status ends the order.',
      fields: ['LegalStatusChanged.status'],
      rules: ['refusal-while-voluntary'],
    },
    {
      why: 'Whatever became of the allegation, it is known.',
      fields: ['CircumstanceRecorded.value'],
      rules: ['allegation-is-answered'],
    },
  ],
  anyKind: {
    'contact-documented': 'Every contact is documented.',
    'discharge-plan': 'The record of the meeting says of which kind it was, whatever it was set as.',
  },
  program: wiPermanencySupport,
  agency,
  dates,
  examples,
  byExample,
});

test('WI-01 to WI-59: each is carried by a rule, by guidance, or elsewhere', () => {
  const { duties, guards, guidance, elsewhere = [], absent = [] } = wiPermanencySupport;
  const carried = new Set([...duties, ...guards, ...guidance, ...elsewhere, ...absent].flatMap((r) => r.cites));
  const rows = Array.from({ length: 59 }, (_, i) => `WI-${String(i + 1).padStart(2, '0')}`);
  expect([...carried].sort()).toEqual(rows);
});

const programs = [everyCase, wiPermanencySupport];
const opened = (born?: readonly string[]): ACase => ACase.opened(programs, '2026-01-05', born, agency).with();

/** Everything that keeps this from being recorded, whatever rule says so. */
function unmet(c: ACase, last: Told, today = last.on): string[] {
  return c
    .with(last)
    .refusals(today)
    .map((one) => one.code);
}

describe('WI-51, WI-58: closing after twelve months', () => {
  const ready = readyToClose('2027-01-20', { cans: '2027-01-10', consulted: '2027-01-25' });
  const story = opened().with(home('2026-02-02'), ...ready);
  test('with all that it asks for it is accepted, on the day itself', () => {
    expect(unmet(story, closed('2027-02-02'))).toEqual([]);
  });
  test('with nothing of it, all that is missing is told at once', () => {
    expect(unmet(opened().with(home('2026-02-02')), closed('2027-02-01')).sort()).toEqual([
      'closing-needs-cans',
      'closing-needs-discharge-plan',
      'closing-needs-family-team',
      'closing-needs-staffing',
      'supervisor-was-consulted',
      'twelve-months-are-over',
    ]);
  });
  test('a consultation retracted after the closing: the closing stands, and cannot be corrected without another', () => {
    const undone = opened().with(
      home('2026-02-02'),
      ...ready.slice(0, -1),
      { ...ready.at(-1)!, id: 'talk' },
      { ...closed('2027-02-02'), id: 'end' },
      { type: 'EventRetracted', on: '2027-02-03', event: 'talk', reason: 'It was about another family.' },
    );
    const corrected: Told = {
      type: 'EventCorrected',
      on: '2027-02-04',
      event: 'end',
      to: { ...closed('2027-02-03') },
      reason: 'It closed a day later.',
    };
    expect(unmet(undone, corrected)).toEqual(['supervisor-was-consulted']);
  });
  test('a case whose children never came home closes without staffing, CANS and plan, never without a consultation', () => {
    const never = opened().with(removed('2026-01-06', 'c1'));
    const other = closed('2026-09-01', { reason: 'other', note: 'Adopted by the aunt' });
    expect(unmet(never, other)).toEqual(['supervisor-was-consulted']);
  });
  test('the household that was closed before is not asked again when the last one closes', () => {
    const two = opened(twoBorn).with(
      home('2026-02-02'),
      home('2026-04-15', { children: ['c2'], household: 'h2' }),
      ...ready,
      { ...closed('2027-02-02', { children: ['c1'] }) },
      ...readyToClose('2027-04-10', { cans: '2027-04-01', consulted: '2027-04-12' }).map((t) => ({
        ...t,
        ...(t.type === 'DocumentCompleted' ? { document: `${t['document'] as string}b` } : {}),
        ...(t.type === 'MeetingHeld' ? { meeting: `${t['meeting'] as string}b` } : {}),
        children: ['c2'],
      })),
    );
    expect(unmet(two, closed('2027-04-15'))).toEqual([]);
  });
});

describe('what happens to what is owed', () => {
  test('closing ends it, with the reason; a closing retracted brings it back', () => {
    const story = opened().with(home('2026-02-02'), { ...closed('2026-06-01', { reason: 'relocated' }), id: 'end' });
    expect(story.obligations('support-period', '2026-06-02')[0]).toMatchObject({
      status: 'not-applicable',
      reason: 'the case was closed on 2026-06-01',
    });
    const again = story.with({ type: 'EventRetracted', on: '2026-06-03', event: 'end', reason: 'They came back.' });
    expect(again.owes('support-period', '2026-06-04')).toEqual([
      { subject: 'household:h1', status: 'due', due: '2027-02-02' },
    ]);
  });
  test('a visit retracted re-opens the contact that it met, and the next one is gone', () => {
    const story = opened().with(home('2026-02-02'), weekly('2026-02-02'), visit('2026-02-06', { id: 'v1' }));
    expect(story.owes('contact-voluntary', '2026-02-07').map((o) => `${o.status} ${o.due}`)).toEqual([
      'met 2026-02-09',
      'due 2026-02-13',
    ]);
    const undone = story.with({ type: 'EventRetracted', on: '2026-02-10', event: 'v1', reason: 'Another family' });
    expect(undone.owes('contact-voluntary', '2026-02-10').map((o) => `${o.status} ${o.due}`)).toEqual([
      'overdue 2026-02-09',
    ]);
  });
  test('a case that enters late owes its staffings by the return, and its visits and efforts from the entry on', () => {
    const late = ACase.opened(programs, '2026-05-04', undefined, agency).with(
      { ...home('2026-02-02'), known: '2026-05-04' },
      weekly('2026-05-04'),
    );
    const seen = (duty: string): string[] => late.owes(duty, '2026-05-05').map((o) => `${o.status} ${o.due}`);
    expect(seen('six-month-staffing')).toEqual(['window 2026-08-02']);
    expect(seen('support-period')).toEqual(['due 2027-02-02']);
    expect(seen('contact-voluntary')).toEqual(['due 2026-05-11']);
    expect(seen('engage-family')).toEqual(['due 2026-06-04']);
  });
  test('a case without a return owes nothing of the support, and nothing is said about it', () => {
    const waiting = opened().with(removed('2026-01-06', 'c1')).at('2026-06-01');
    expect(waiting.obligations.filter((o) => o.program === wiPermanencySupport.id).map((o) => o.duty)).toEqual([
      'team-before-reunification',
      'safety-plan',
    ]);
    expect(waiting.notices).toEqual([]);
  });
});
