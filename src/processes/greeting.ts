// What the main job prints when everything runs: where to look, and three commands that work as they stand.
import type { Mailbox } from '../messaging/mailbox';
import type { Config } from '../platform/config';
import type { SampleCase } from '../sample';
import { sampleStaff } from '../sample/agency';
import type { Store } from '../store/types';

export interface GreetingOptions {
  readonly config: Config;
  readonly url: string;
  readonly address: string;
  readonly store: Store;
  /** Of the supervisor. */
  readonly token: string;
  readonly sample: readonly SampleCase[];
  readonly mailbox: Mailbox | null;
  readonly engine: { readonly uiUrl: string; readonly binary: string } | null;
}

export async function greeting(options: GreetingOptions): Promise<string> {
  const { config, url, address, store, token, sample, mailbox, engine } = options;
  const cases = await store.cases({});
  const caseId = sample[0]?.caseId ?? cases.find((row) => !row.finished)?.caseId ?? 'case-...';
  const child = sample[0]?.ids['child:1'] ?? (await firstChild(store, caseId)) ?? 'p-...';
  const signal = JSON.stringify({ by: 'ana', events: [{ type: 'AllegationReported', children: [child] }] });
  return [
    '',
    `${cases.length} cases are kept in ${config.dataDir}${config.databaseUrl === undefined ? ' (trial: PGlite survives a killed process, not a power cut)' : ''}.`,
    '',
    `  Console          ${url}/`,
    `  API              ${url}/docs`,
    ...(mailbox ? [`  Mailbox          ${url}/mailbox   (SMTP on ${mailbox.host}:${mailbox.port})`] : []),
    ...(engine ? [`  Temporal Web UI  ${engine.uiUrl}/namespaces/${config.temporalNamespace}/workflows`] : []),
    `  Users            ${sampleStaff.map(({ id, role }) => `${id} (${role})`).join(', ')}`,
    '  Token of one     npm run --silent token -- carla   (good for twelve hours; the console lets you choose)',
    '',
    'Three commands to try:',
    '',
    '1. What the unit owes, asked by its supervisor:',
    `   curl -s -H 'Authorization: Bearer ${token}' '${url}/v1/worklists/unit'`,
    '',
    '2. What would change if a hearing were held today (nothing is recorded):',
    `   curl -s -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${JSON.stringify({
      events: [
        { type: 'HearingHeld', kind: 'dependency-fact-finding', outcome: 'dependency-found', children: [child] },
      ],
    })}' '${url}/v1/cases/${caseId}/what-if'`,
    '',
    '3. A new allegation, as a signal past the API; it wakes the case, and a reminder is in the mailbox a moment later:',
    `   ${engine?.binary ?? 'temporal'} workflow signal --address ${address} --namespace ${config.temporalNamespace} --codec-endpoint ${url}/codec --workflow-id ${caseId} --name report --input '${signal}'`,
    '',
    'Ctrl-C stops everything. Started again, every case is still there, asleep until its next deadline.',
  ].join('\n');
}

async function firstChild(store: Store, caseId: string): Promise<string | undefined> {
  return (await store.journal(caseId)).flatMap(({ event }) => (event.type === 'ChildAdded' ? [event.child] : []))[0];
}
