// The activities as the workflow sees them: types only, so that nothing of them enters the workflow bundle.
import type { CaseloadActivities } from '../workflows/caseload-messages';
import type { IntegrityActivities } from '../workflows/integrity';
import type { EffectKind, Entry, Step, StepInput } from '../workflows/messages';

export interface EffectInput {
  readonly caseId: string;
  readonly key: string;
}

/** `null`: done, nothing to think about again. An entry: the plan must change (nobody could be reached, for example). */
export type EffectResult = Entry | null;

export type Advance = (input: StepInput) => Promise<Step>;
export type Effect = (input: EffectInput) => Promise<EffectResult>;

/** Without a way to the cases there is no caseload: where one case is played through alone. */
export type AllActivities = CaseActivities & Partial<CaseloadActivities & IntegrityActivities>;

export type CaseActivities = { advance: Advance } & Record<EffectKind, Effect>;
