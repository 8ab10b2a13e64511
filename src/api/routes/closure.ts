// What stands before a closing, asked before anybody tries.
import type { z } from 'zod';
import { agencyOf } from '../../domain/agency';
import { checklist, closingReasons, type Asked, type Closing } from '../../domain/checklist';
import { closureChecklist as answer } from '../answers-closing';
import * as contracts from '../contracts';
import { operation } from '../operation';
import { Problem } from '../problems';
import { recordedCase } from './about-case';

export const closureChecklist = operation({
  id: 'closureChecklist',
  needs: 'read-case',
  summary: 'What stands before a closing: each gate with its state, its source, what is lacking, and who can see to it',
  about:
    'Nothing is recorded. A closing that is tried while gates are open is refused with those gates. When facts change, another reason may be open.',
  body: contracts.closureChecklist,
  safe: true,
  answers: { 200: answer },
  async handle(call) {
    const { deps, body } = call;
    const { caseId } = recordedCase(call);
    const [journal, agency, staff] = await Promise.all([
      deps.store.journal(caseId),
      deps.store.agency(),
      deps.store.people({ caseId: null }),
    ]);
    if (!agency) throw new Problem('unavailable', 'There is no agency yet.', [], { 'Retry-After': '10' });
    const context = { agency: agencyOf(agency), programs: deps.programs };
    const asked: Asked = { journal, context, caseId, now: deps.now(), by: call.actor.staffId };
    const names = new Map(staff.map((person) => [person.id, person.name]));
    const closings = closingsFor(asked, body).map((closing) => checklist(asked, closing));
    return {
      status: 200,
      body: {
        case: caseId,
        closings: closings.map((one) => ({
          ...one,
          gates: one.gates.map((gate) => ({
            ...gate,
            by: gate.by.map(({ role, staff: id }) => ({ role, staff: id, name: names.get(id ?? '') ?? null })),
          })),
        })),
      },
    };
  },
});

/** Of a program that names no reasons there is one way to close. */
function closingsFor(asked: Asked, body: z.output<typeof contracts.closureChecklist>): Closing[] {
  const { reason, program, ...rest } = body;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (program !== undefined)
    return [{ type: 'ProgramEnded', program, ...given, ...(reason === undefined ? {} : { reason }) }];
  const known = closingReasons(asked);
  const reasons = reason !== undefined ? [reason] : known.length > 0 ? known : ['closed'];
  return reasons.map((one) => ({ type: 'CaseClosed', reason: one, ...given }));
}
