// Who owes a duty is whom the document names for one of the sentences that it cites (`owedBy` of the requirements).
import { staffRoles } from '../../src/domain/events';
import { programs } from '../../src/programs';
import requirements from '../../src/programs/requirements.json';

const namedIn = new Map(requirements.map((row) => [row.id, row.owedBy]));

/** Those whom the documents name, and the role that the case knows them by. */
const roles: Readonly<Record<string, string>> = {
  'case worker': 'caseworker',
  caseworker: 'caseworker',
  'social worker': 'caseworker',
  'case manager': 'caseworker',
  'case-carrying CSW': 'caseworker',
  'case-carrying SCSW': 'supervisor',
  'P3 CSW': 'p3-worker',
  'P3 SCSW': 'p3-supervisor',
  'PPM facilitator': 'facilitator',
  'facilitator supervisor': 'facilitator-supervisor',
  supervisor: 'supervisor',
  'program administrator': 'program-manager',
  // A body, or an office of its own, without anybody of its own in the case: the worker of the case sees to it.
  'Family Support Team': 'caseworker',
  'CES Access Point': 'caseworker',
  agency: 'caseworker',
  'Access and Initial Assessment units': 'caseworker',
};

/** Owed by another than the one who is named, and why. */
const others: Readonly<Record<string, readonly [role: string, why: string]>> = {
  'every-case/reach-staff': ['supervisor', 'an address of staff is mended by whoever leads them'],
  'every-case/supply-what-is-missing': ['asker', 'the sentence returns it to whoever asked'],
  'la-p3/mend-referral': ['asker', 'the sentence returns it to whoever filled it in'],
  'la-p3/decide-disputed-closing': [
    'p3-supervisor',
    'the worker asks; against an objection the worker does not decide',
  ],
  'wa-enhanced-ppm/facilitator-apart': ['facilitator-supervisor', 'who assigned the facilitator can assign another'],
  'wi-permanency-support/case-manager': [
    'supervisor',
    'where there is no case manager yet, the supervisor assigns one',
  ],
  'wi-permanency-support/confirm-short-notice': ['supervisor', 'the worker plans; an exception is approved by another'],
  'ca-case-planning/confirm-readiness': ['supervisor', 'the worker records; who confirms is not said'],
  'ca-case-planning/readiness-sent-back': ['asker', 'it was sent back to whoever recorded it'],
};

test.each(programs.flatMap((p) => p.duties.map((duty) => [`${duty.cites.join(', ')}: ${duty.id}`, p, duty] as const)))(
  '%s is owed by whom the document names',
  (_title, program, duty) => {
    const [role] = others[`${program.id}/${duty.id}`] ?? [];
    const named = duty.cites.map((cited) => roles[namedIn.get(cited)!]);
    expect(role === undefined ? named : [role]).toContain(duty.owner);
    if (role !== undefined) expect(named).not.toContain(duty.owner);
  },
);

test('whom a document names is a role that somebody may have', () => {
  expect([...namedIn.values()].filter((who) => !(staffRoles as readonly string[]).includes(roles[who] ?? ''))).toEqual(
    [],
  );
});
