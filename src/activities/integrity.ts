// Looks at every open case: the journal, what lists show of it, and the workflow that keeps its clock. Looks twice at what seems
// wrong, because a case may be in the middle of its turn at the first look.
import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { findingsOf, type Finding, type IntegrityReport } from '../domain/integrity';
import { plan, type Context as Rules, type Plan } from '../domain/plan';
import type { CaseWatch } from '../platform/case-watch';
import type { Program } from '../domain/rule';
import type { CaseRow, Store } from '../store/types';
import type { IntegrityActivities } from '../workflows/integrity';
import { contexts } from './context';

export interface IntegrityPorts {
  readonly store: Store;
  readonly programs: readonly Program[];
  readonly watch: CaseWatch;
  readonly now?: () => number;
  /** Between the two looks. */
  readonly pauseMs?: number;
  /** Told after each case, by whoever must know that it goes on. */
  readonly onProgress?: (looked: number) => void;
}

/** As an activity: the server hears that it goes on. */
export function createIntegrity(ports: IntegrityPorts): IntegrityActivities {
  return {
    async checkIntegrity() {
      const context = Context.current();
      const { cases, findings } = await checkIntegrity({ ...ports, onProgress: (n) => context.heartbeat(n) });
      return { cases, findings: findings.length };
    },
  };
}

const AT_ONCE = 8;
const LONGEST_IN_INTAKE = 10 * 60_000;

export async function checkIntegrity(ports: IntegrityPorts): Promise<IntegrityReport> {
  const { store, programs, now = Date.now } = ports;
  const data = await store.agency();
  if (data === null) return { at: now(), cases: 0, findings: [] };
  const context = contexts(programs)(data);
  const rows = await store.cases({ finished: false });
  const first = await lookAt(ports, context, rows);
  const doubtful = rows.filter((row) => first.some((one) => one.case === row.caseId));
  let findings: readonly Finding[] = [];
  if (doubtful.length > 0) {
    await pause(ports.pauseMs ?? 3_000);
    const fresh = (await store.cases({ finished: false })).filter((row) =>
      doubtful.some((one) => one.caseId === row.caseId),
    );
    const second = await lookAt(ports, context, fresh);
    findings = second.filter((one) => first.some((before) => before.case === one.case && before.code === one.code));
  }
  const report = {
    at: now(),
    cases: rows.length,
    findings: [...findings, ...(await unknownRuns(ports)), ...(await notRecorded(ports))],
  };
  await store.keepReport(report);
  return report;
}

async function lookAt(ports: IntegrityPorts, context: Rules, rows: readonly CaseRow[]): Promise<Finding[]> {
  const found: Finding[] = [];
  const left = [...rows];
  let looked = 0;
  const lane = async (): Promise<void> => {
    for (let row = left.shift(); row; row = left.shift()) {
      found.push(...(await lookAtCase(ports, context, row)));
      ports.onProgress?.((looked += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return found.sort((a, b) => `${a.case} ${a.code}`.localeCompare(`${b.case} ${b.code}`));
}

async function lookAtCase({ store, watch, now = Date.now }: IntegrityPorts, context: Rules, row: CaseRow) {
  const [seen, obligations, journal] = await Promise.all([
    watch.look(row.caseId),
    store.obligations({ caseId: row.caseId }),
    store.journal(row.caseId),
  ]);
  const at = now();
  return findingsOf({ stored: row, obligations, seen, plan: planned(journal, context, at), context, now: at });
}

function planned(journal: Parameters<typeof plan>[0], context: Rules, at: number): Plan | null {
  try {
    return plan(journal, context, at);
  } catch {
    return null; // stuck, and found as such
  }
}

/** Workflows of which no journal knows: a store that was put back to an earlier day, or one that belongs to another. */
async function unknownRuns({ store, watch }: IntegrityPorts): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const caseId of watch.running())
    if ((await store.case(caseId)) === null && (await store.journal(caseId)).length === 0)
      found.push({
        code: 'no-record',
        case: caseId,
        unit: 'none',
        says: 'A workflow runs for a case of which the store knows nothing.',
        mend: `temporal workflow terminate --workflow-id ${caseId} --reason no-record`,
      });
  return found;
}

async function notRecorded({ store, now = Date.now }: IntegrityPorts): Promise<Finding[]> {
  const [entries, requests] = await Promise.all([
    store.unanswered(now() - LONGEST_IN_INTAKE),
    store.caseloadUnanswered(now() - LONGEST_IN_INTAKE),
  ]);
  const says = (what: string, since: number): string =>
    `${what} is kept since ${new Date(since).toISOString()} and not recorded. Do the API and a worker run?`;
  return [
    ...entries.map(({ caseId, entryId, receivedAt }) => ({ case: caseId, unit: 'none', id: entryId, at: receivedAt })),
    ...requests.map(({ id, unit, receivedAt }) => ({ case: null, unit, id, at: receivedAt })),
  ].map((one) => ({
    code: 'not-recorded' as const,
    case: one.case,
    unit: one.unit,
    says: says(`Request ${one.id}`, one.at),
    mend: 'npm start, or node dist/src/server.js: the relay of the API hands it over',
  }));
}
