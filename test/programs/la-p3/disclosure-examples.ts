// LA-57, LA-58: what may reach a connection, item by item. A mistake here tells somebody where a child lives.
import type { Example } from '../../support/rule-cases';
import { aunt, decision, outreach, p3Worker, person } from './told';

const rule = 'nothing-disclosed-before-agreement';
const agreed = (on: string, participant: string, child: string, parts: readonly string[], fields = {}) =>
  decision(on, {
    kind: 'disclosure',
    outcome: 'agreed',
    participants: [participant],
    children: [child],
    parts,
    staff: ['cw1'],
    by: 'p3w1',
    ...fields,
  });
const people = [
  p3Worker('2026-02-10'),
  aunt('2026-03-02', { children: ['c1', 'c2'] }),
  person('2026-03-02', { participant: 'coach', role: 'connection', children: ['c1', 'c2'] }),
];
const letter = (on: string, fields = {}) =>
  outreach(on, { channel: 'letter', outcome: 'attempted', children: ['c1'], discloses: ['address'], ...fields });
const born = ['2014-05-01', '2015-05-01'];

export const disclosureExamples: readonly Example[] = [
  {
    rule,
    because: 'No conference at all: refused; after one about this connection, child and item: taken.',
    born,
    told: [...people, letter('2026-03-04')],
    look: '2026-03-04',
    acceptedAfter: [agreed('2026-03-04', 'aunt', 'c1', ['address'])],
  },
  {
    rule,
    because: 'The telephone was agreed, the address is told: refused until the address is agreed too.',
    born,
    told: [...people, agreed('2026-03-03', 'aunt', 'c1', ['telephone']), letter('2026-03-04')],
    look: '2026-03-04',
    acceptedAfter: [agreed('2026-03-04', 'aunt', 'c1', ['address'])],
  },
  {
    rule,
    because: 'Agreed for the aunt; the same letter goes to the coach.',
    born,
    told: [
      ...people,
      agreed('2026-03-03', 'aunt', 'c1', ['address']),
      letter('2026-03-04', { participants: ['aunt', 'coach'] }),
    ],
    look: '2026-03-04',
    acceptedAfter: [agreed('2026-03-04', 'coach', 'c1', ['address'])],
  },
  {
    rule,
    because: 'Aunt and c1, coach and c2 are agreed: for the aunt and c2, the coach and c1, they are not.',
    born,
    told: [
      ...people,
      agreed('2026-03-03', 'aunt', 'c1', ['address']),
      agreed('2026-03-03', 'coach', 'c2', ['address']),
      letter('2026-03-04', { participants: ['aunt', 'coach'], children: ['c1', 'c2'] }),
    ],
    look: '2026-03-04',
    acceptedAfter: [agreed('2026-03-03', 'aunt', 'c2', ['address']), agreed('2026-03-03', 'coach', 'c1', ['address'])],
  },
  {
    rule,
    because: 'A letter that names no child is about all of them.',
    born,
    told: [...people, agreed('2026-03-03', 'aunt', 'c1', ['address']), letter('2026-03-04', { children: undefined })],
    look: '2026-03-04',
    acceptedAfter: [agreed('2026-03-03', 'aunt', 'c2', ['address'])],
  },
  {
    rule,
    because: 'A letter that names nobody cannot be checked.',
    born,
    told: [
      ...people,
      agreed('2026-03-03', 'aunt', 'c1', ['address']),
      letter('2026-03-04', { participants: undefined }),
    ],
    look: '2026-03-04',
    acceptedAfter: [letter('2026-03-04')],
  },
  {
    rule,
    because: 'Agreed on the 3rd, withdrawn on the 5th: refused on the 6th until it is agreed anew.',
    born,
    told: [
      ...people,
      agreed('2026-03-03', 'aunt', 'c1', ['address']),
      agreed('2026-03-05', 'aunt', 'c1', ['address'], { outcome: 'withdrawn' }),
      letter('2026-03-06'),
    ],
    look: '2026-03-06',
    acceptedAfter: [agreed('2026-03-06', 'aunt', 'c1', ['address'])],
  },
  {
    rule,
    because: 'Agreed and withdrawn on one day: the agreement of that day does not count.',
    born,
    told: [
      ...people,
      agreed('2026-03-05', 'aunt', 'c1', ['address']),
      agreed('2026-03-05', 'aunt', 'c1', ['address'], { outcome: 'withdrawn' }),
      letter('2026-03-05'),
    ],
    look: '2026-03-05',
    acceptedAfter: [letter('2026-03-05', { discloses: undefined })],
  },
  {
    rule,
    because: 'The letter is dated before the agreement: what was agreed later released nothing then.',
    born,
    told: [...people, agreed('2026-03-10', 'aunt', 'c1', ['address']), letter('2026-03-04', { known: '2026-03-11' })],
    look: '2026-03-11',
    acceptedAfter: [letter('2026-03-10', { known: '2026-03-11' })],
  },
];
