// What people alone decide: sign-offs, waivers, closing, reopening.
import * as contracts from '../contracts';
import { operation } from '../operation';
import { commandAnswers as answers, param, recordOne } from './about-case';

export const decideSignOff = operation({
  id: 'decideSignOff',
  needs: 'sign-off',
  summary: 'Decide what waits for a sign-off',
  about:
    'Who asked for it cannot decide it, nor who has an interest in it; of two who decide at the same moment the first counts. `returned` lists in `missing` what is to be supplied; whoever asked owes it, and asks anew. `request` is `signOffRequest` of the obligation.',
  body: contracts.decideSignOff,
  answers,
  handle: (call) =>
    recordOne(
      call,
      { type: 'SignOffDecided', request: param(call, 'request'), ...call.body },
      { missing: ['unknown-request'] },
    ),
});

export const waiveObligation = operation({
  id: 'waiveObligation',
  needs: 'waive',
  summary: 'Waive an obligation, in your own name, on an authority, for a reason',
  body: contracts.waiveObligation,
  answers,
  handle: (call) => recordOne(call, { type: 'ObligationWaived', waivedBy: call.actor.staffId, ...call.body }),
});

export const closeCase = operation({
  id: 'closeCase',
  needs: 'close-case',
  summary: 'Close a case; it takes corrections until its time for them is over',
  body: contracts.closeCase,
  answers,
  handle: (call) => recordOne(call, { type: 'CaseClosed', ...call.body }),
});

export const reopenCase = operation({
  id: 'reopenCase',
  needs: 'close-case',
  summary: 'Reopen a closed or finished case: it goes on from what is on record',
  body: contracts.reopenCase,
  answers,
  handle: (call) => recordOne(call, { type: 'CaseReopened', ...call.body }),
});
