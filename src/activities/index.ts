// The activities of a case, over whatever store and messenger they are given.
import type { Program } from '../domain/rule';
import type { AnswerLinks } from '../platform/answer-links';
import type { Store } from '../store/types';
import { createAdvance } from './advance';
import { createAnnounce } from './announce';
import type { Clock } from './clock';
import { createCorrect } from './correct';
import { createDeliver } from './deliver';
import { createEscalate } from './escalate';
import { createInvite } from './invite';
import type { Messenger } from './messenger';
import type { CaseActivities } from './ports';
import { createRemind } from './remind';
import { createRequestSignOff } from './request-sign-off';

export interface ActivityPorts {
  readonly store: Store;
  readonly programs: readonly Program[];
  readonly messenger: Messenger;
  readonly links: AnswerLinks;
  readonly clock?: Clock;
}

export function createActivities(ports: ActivityPorts): CaseActivities {
  const deliver = createDeliver(ports);
  return {
    advance: createAdvance(ports),
    invite: createInvite(deliver),
    remind: createRemind(deliver),
    correct: createCorrect(deliver),
    escalate: createEscalate(deliver),
    requestSignOff: createRequestSignOff(deliver),
    announce: createAnnounce(deliver),
  };
}
