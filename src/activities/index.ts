// The activities of a case, over whatever store and messenger they are given.
import type { Program } from '../domain/rule';
import type { AnswerLinks } from '../platform/answer-links';
import type { CaseWatch } from '../platform/case-watch';
import type { Store } from '../store/types';
import { createAdvance } from './advance';
import { createAnnounce } from './announce';
import { createCaseload, type CaseDoor } from './caseload';
import type { Clock } from './clock';
import { createCorrect } from './correct';
import { createDeliver } from './deliver';
import { createEscalate } from './escalate';
import { createIntegrity } from './integrity';
import { createInvite } from './invite';
import type { Messenger } from './messenger';
import type { AllActivities } from './ports';
import { createRemind } from './remind';
import { createRequestSignOff } from './request-sign-off';

export interface ActivityPorts {
  readonly store: Store;
  readonly programs: readonly Program[];
  readonly messenger: Messenger;
  readonly links: AnswerLinks;
  readonly clock?: Clock;
  /** The way to the cases, for caseloads. */
  readonly cases?: CaseDoor;
  /** What Temporal shows of the cases, for the look at all of them. */
  readonly watch?: CaseWatch;
}

export function createActivities(ports: ActivityPorts): AllActivities {
  const deliver = createDeliver(ports);
  const { cases, watch } = ports;
  return {
    advance: createAdvance(ports),
    invite: createInvite(deliver),
    remind: createRemind(deliver),
    correct: createCorrect(deliver),
    escalate: createEscalate(deliver),
    requestSignOff: createRequestSignOff(deliver),
    announce: createAnnounce(deliver),
    ...(cases ? createCaseload({ ...ports, cases }) : {}),
    ...(watch ? createIntegrity({ ...ports, watch }) : {}),
  };
}
