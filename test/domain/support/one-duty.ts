// A case whose only program has one duty, so that a form or word of the vocabulary is seen by itself.
import type { Agency } from '../../../src/domain/agency';
import { iso } from '../../../src/domain/calendar';
import * as rule from '../../../src/domain/rule';
import type { Duty, Program } from '../../../src/domain/rule';
import { ACase, anAgency, type Told } from '../../support/a-case';

const { by, inCase, opened, perCase } = rule;

const agency = anAgency({
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'cw2', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
  ],
});

export function told(duty: Partial<Duty>, settings: Program['settings'], ...events: readonly Told[]): ACase {
  return toldIn(agency, duty, settings, ...events);
}

export function toldIn(
  agency: Agency,
  duty: Partial<Duty>,
  settings: Program['settings'],
  ...events: readonly Told[]
): ACase {
  const whole: Duty = {
    id: 'duty',
    cites: ['X-01'],
    says: 'Do it.',
    per: perCase,
    from: rule.first(inCase('CaseOpened')),
    due: { by: opened },
    done: by(inCase('ActionTaken', { kind: 'step' })),
    owner: 'caseworker',
    ...duty,
  };
  const program = rule.program({
    id: 'p',
    title: 'p',
    edition: '1',
    document: 'p',
    effective: { from: '2000-01-01' },
    settings,
    duties: [whole],
    guards: [],
    guidance: [],
  });
  return ACase.opened([program], '2026-01-05', ['2018-05-01', '2020-05-01'], agency).with(...events);
}

/** `status due done` of each obligation. */
export function owed(c: ACase, look: string): string[] {
  return c
    .obligations('duty', look)
    .map((o) =>
      [o.status, o.due === null ? '-' : iso(o.due), ...(o.doneOn === undefined ? [] : [iso(o.doneOn)])].join(' '),
    );
}
