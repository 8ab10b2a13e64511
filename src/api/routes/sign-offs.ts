// Requests for a decision: what I am asked, what I asked, and how to ask.
import type { ObligationRow } from '../../store/types';
import { signOffs } from '../answers-worklists';
import * as contracts from '../contracts';
import { operation } from '../operation';
import { creatingAnswers, recordOne } from './about-case';

const OPEN = ['due', 'window', 'overdue'];

export const listSignOffs = operation({
  id: 'listSignOffs',
  needs: 'own-worklist',
  summary: 'What waits for my decision, and what I asked',
  answers: { 200: signOffs },
  async handle({ deps, actor }) {
    const [rows, staff] = await Promise.all([
      deps.store.obligations({ signOff: true, statuses: OPEN }),
      deps.store.people({ caseId: null }),
    ]);
    const names = new Map(staff.map((person) => [person.id, person.name]));
    const shown = (row: ObligationRow) => ({
      case: row.caseId,
      request: row.request ?? '',
      key: row.key,
      says: row.says,
      program: row.program,
      cites: [...row.cites],
      due: row.due,
      askedBy: { staff: row.askedBy ?? '', name: names.get(row.askedBy ?? '') ?? null },
      asked: { role: row.ownerRole, staff: row.owner, name: names.get(row.owner ?? '') ?? null },
      mayDecide: [...row.deciders],
      unit: row.unit,
    });
    return {
      status: 200,
      body: {
        toDecide: rows.filter((row) => row.deciders.includes(actor.staffId)).map(shown),
        askedByMe: rows.filter((row) => row.askedBy === actor.staffId).map(shown),
      },
    };
  },
});

export const requestSignOff = operation({
  id: 'requestSignOff',
  needs: 'record-decisions',
  summary: 'Put something to a supervisor for a decision',
  about:
    'A form, an assignment above capacity and the like ask by themselves; this is for what has no record of its own. `about` names what it stands on: when that moves or is retracted, the request is withdrawn. After a return `about` names the decision.',
  body: contracts.requestSignOff,
  answers: creatingAnswers,
  handle: (call) => recordOne(call, { type: 'SignOffRequested', ...call.body }, { creates: true }),
});
