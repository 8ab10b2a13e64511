// Who must have signed, who may refuse, and what follows from the day of the last signature.
import * as rule from '../../src/domain/rule';
import { after, days, happened, metOn, opened, signed, type Duty } from '../../src/domain/rule';
import { signaturesWanted } from '../../src/domain/signatures';
import { View } from '../../src/domain/view';
import { anAgency, type Told } from '../support/a-case';
import { owed, told } from './support/one-duty';
import { refusedFor } from './support/refused';

const document = (on: string, document: string, over: Partial<Told> = {}): Told => ({
  type: 'DocumentCompleted',
  on,
  document,
  kind: 'plan',
  ...over,
});
const sign = (on: string, document: string, signer: string): Told => ({ type: 'DocumentSigned', on, document, signer });
const refuse = (on: string, document: string, signer: string): Told => ({
  type: 'SignatureRefused',
  on,
  document,
  signer,
  reason: 'No',
});

describe('a document is complete on the day of its last signature', () => {
  const all = { staff: ['caseworker', 'supervisor'], named: ['parent', 'caregiver'], otherwise: ['parent'] };
  const plan: Partial<Duty> = {
    due: { by: after(opened, days(30)) },
    done: signed(happened('DocumentCompleted', { kind: 'plan' }), all),
  };
  const look = (...events: readonly Told[]): string[] => owed(told(plan, {}, ...events), '2026-03-01');
  const byStaff = [sign('2026-01-21', 'd1', 'cw1'), sign('2026-01-22', 'd1', 'sup1')];

  test('worker, supervisor and every parent, where the plan names nobody: the last of them counts', () => {
    expect(look(document('2026-01-20', 'd1'), ...byStaff, sign('2026-01-25', 'd1', 'p1'))).toEqual([
      'met 2026-02-04 2026-01-25',
    ]);
  });
  test('a recorded refusal stands in for a member of the family', () => {
    expect(look(document('2026-01-20', 'd1'), ...byStaff, refuse('2026-02-06', 'd1', 'p1'))).toEqual([
      'met-late 2026-02-04 2026-02-06',
    ]);
  });
  test('a refusal never stands in for worker or supervisor, and what is lacking is told', () => {
    const c = told(
      plan,
      {},
      document('2026-01-20', 'd1'),
      refuse('2026-01-21', 'd1', 'sup1'),
      refuse('2026-01-21', 'd1', 'p1'),
      sign('2026-01-21', 'd1', 'cw1'),
    );
    expect(owed(c, '2026-03-01')).toEqual(['overdue 2026-02-04']);
    expect(c.obligations('duty', '2026-03-01')[0]!.reason).toBe('still lacking: the signature of the supervisor');
  });
  test('one signature serves one role: two workers do not make a supervisor', () => {
    expect(
      look(
        document('2026-01-20', 'd1'),
        sign('2026-01-21', 'd1', 'cw1'),
        sign('2026-01-21', 'd1', 'cw2'),
        sign('2026-01-21', 'd1', 'p1'),
      ),
    ).toEqual(['overdue 2026-02-04']);
  });
  test('a plan that names the caregiver is signed by the caregiver and not by the parent', () => {
    const named = document('2026-01-20', 'd1', { participants: ['cg1'] });
    expect(look(named, ...byStaff, sign('2026-01-23', 'd1', 'p1'))).toEqual(['overdue 2026-02-04']);
    expect(look(named, ...byStaff, sign('2026-01-23', 'd1', 'cg1'))).toEqual(['met 2026-02-04 2026-01-23']);
  });
  test('a parent who has left the case without signing is waited for no longer', () => {
    expect(
      look(document('2026-01-20', 'd1'), ...byStaff, { type: 'ParticipantEnded', on: '2026-02-01', participant: 'p1' }),
    ).toEqual(['met 2026-02-04 2026-01-22']);
  });
  test('signatures of one document do not complete another', () => {
    expect(
      look(document('2026-01-20', 'd1'), document('2026-01-20', 'd2'), ...byStaff, sign('2026-01-22', 'd2', 'p1')),
    ).toEqual(['overdue 2026-02-04']);
  });
  test('the next cycle counts from the completion, is not met by the same document, and may be met by one drafted before', () => {
    const cycles: Partial<Duty> = {
      ...plan,
      from: metOn(plan.done!),
      due: { by: after(opened, days(90)) },
      repeat: { every: days(90), after: 'done' },
    };
    const c = told(
      cycles,
      {},
      document('2026-01-20', 'd1'),
      ...byStaff,
      sign('2026-01-22', 'd1', 'p1'),
      document('2026-01-21', 'd2'),
      sign('2026-04-10', 'd2', 'cw1'),
      sign('2026-04-10', 'd2', 'sup1'),
      sign('2026-04-10', 'd2', 'p1'),
    );
    expect(owed(c, '2026-04-11')).toEqual(['met 2026-04-22 2026-04-10', 'due 2026-07-09']);
  });
});

describe('what a document still wants', () => {
  const signers = { staff: ['caseworker'], named: ['parent'], otherwise: ['parent'] };
  const done = signed(happened('DocumentCompleted', { kind: 'plan' }), signers);
  const other = signed(happened('DocumentCompleted', { kind: 'other' }), signers);
  const wanted = (of: Partial<Duty>): (readonly string[])[] => {
    const { file } = told(of, {}, document('2026-01-20', 'd1'), sign('2026-01-21', 'd1', 'cw1')).at('2026-02-01');
    const view = new View(file, anAgency(), [programOf(of)], Date.parse('2026-02-01T20:00:00Z'));
    return signaturesWanted(view, file.byType.get('DocumentCompleted')![0]!).map(({ lacking }) => lacking);
  };
  const programOf = (of: Partial<Duty>) =>
    rule.program({
      id: 'p',
      title: 'p',
      edition: '1',
      document: 'p',
      effective: { from: '2000-01-01' },
      settings: {},
      duties: [
        {
          id: 'duty',
          cites: ['X-01'],
          says: 'Sign it.',
          per: rule.perCase,
          from: rule.first(rule.inCase('CaseOpened')),
          due: { none: 'No date.' },
          done,
          owner: 'caseworker',
          ...of,
        },
      ],
      guards: [],
      guidance: [],
    });
  const parent = ['the signature of parent p1, or a recorded refusal'];
  test('by each duty that wants it signed, wherever in the duty that stands', () => {
    expect(wanted({ done })).toEqual([parent]);
    expect(wanted({ done: rule.either(done, rule.itself({ note: 'anything' })) })).toEqual([parent]);
    expect(wanted({ done: rule.every(rule.itself({ note: 'anything' }), done) })).toEqual([parent]);
    expect(wanted({ done: rule.everyone(['parent'], done) })).toEqual([parent]);
  });
  test('and by none that wants another document, or no signature', () => {
    expect(wanted({ done: other })).toEqual([]);
    expect(wanted({ done: rule.by(happened('DocumentCompleted', { kind: 'plan' })) })).toEqual([]);
  });
});

test('a document that was half signed before the last one was complete meets the next cycle when it is complete itself', () => {
  const all = { staff: ['caseworker', 'supervisor'], named: [], otherwise: [] };
  const done = signed(happened('DocumentCompleted', { kind: 'plan' }), all);
  const c = told(
    { done, from: metOn(done), due: { by: after(opened, days(90)) }, repeat: { every: days(90), after: 'done' } },
    {},
    document('2026-01-20', 'd1'),
    document('2026-01-20', 'd2'),
    // The worker signs both; the supervisor the second of them in April.
    sign('2026-01-21', 'd1', 'cw1'),
    sign('2026-01-21', 'd2', 'cw1'),
    sign('2026-01-22', 'd1', 'sup1'),
    sign('2026-04-10', 'd2', 'sup1'),
  );
  expect(owed(c, '2026-04-11')).toEqual(['met 2026-04-22 2026-04-10', 'due 2026-07-09']);
});

describe('who may sign, and how often', () => {
  /** What stands against the last event, as `code field`. */
  const against = (...events: readonly Told[]): string[] =>
    refusedFor(
      told({}, {}, document('2026-01-20', 'd1', { id: 'd' }), document('2026-01-20', 'd2'), ...events).refusals(
        '2026-03-01',
      ),
    );
  const anew = document('2026-02-10', 'd1');
  const twice = ['duplicate signer'];
  test.each<[string, Told[], string[]]>([
    ['staff', [sign('2026-01-21', 'd1', 'cw1')], []],
    ['somebody of the family', [sign('2026-01-21', 'd1', 'p1')], []],
    ['somebody unknown', [sign('2026-01-21', 'd1', 'p9')], ['unknown-signer signer']],
    ['a refusal by somebody unknown', [refuse('2026-01-21', 'd1', 'p9')], ['unknown-signer signer']],
    ['the same person once more', [sign('2026-01-21', 'd1', 'p1'), sign('2026-01-22', 'd1', 'p1')], twice],
    ['the same refusal once more', [refuse('2026-01-21', 'd1', 'p1'), refuse('2026-01-22', 'd1', 'p1')], twice],
    ['another person', [sign('2026-01-21', 'd1', 'p1'), sign('2026-01-22', 'd1', 'cg1')], []],
    ['another document', [sign('2026-01-21', 'd1', 'p1'), sign('2026-01-22', 'd2', 'p1')], []],
    ['whoever had refused', [refuse('2026-01-21', 'd1', 'p1'), sign('2026-01-22', 'd1', 'p1')], []],
    ['a document that was completed anew', [sign('2026-01-21', 'd1', 'p1'), anew, sign('2026-02-11', 'd1', 'p1')], []],
    [
      'it anew, when another was',
      [sign('2026-01-21', 'd1', 'p1'), document('2026-02-10', 'd2'), sign('2026-02-11', 'd1', 'p1')],
      twice,
    ],
  ])('%s', (_what, events, expected) => expect(against(...events)).toEqual(expected));

  test('who signed already is named, and what was done', () => {
    const says = (event: Told): string =>
      told({}, {}, document('2026-01-20', 'd1'), event, { ...event, on: '2026-01-22' }).refusals('2026-03-01')[0]!.says;
    expect(says(sign('2026-01-21', 'd1', 'p1'))).toBe('p1 signed d1 already.');
    expect(says(refuse('2026-01-21', 'd1', 'p1'))).toBe('p1 refused to sign d1 already.');
  });
  test('a signature is corrected without being one more', () => {
    const { type, document: of, signer } = sign('2026-01-21', 'd1', 'p1');
    const to = { type, document: of, signer, on: '2026-01-20' };
    expect(
      against(
        { ...sign('2026-01-21', 'd1', 'p1'), id: 's' },
        { type: 'EventCorrected', on: '2026-01-25', event: 's', reason: 'The day before.', to },
      ),
    ).toEqual([]);
  });
});
