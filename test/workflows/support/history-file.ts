// Recorded histories as JSON files, in protobuf's own object form: times as seconds and nanos, bytes in base64.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;

const { History } = temporal.api.history.v1;
export const HISTORIES = join(__dirname, '../../replay/histories');

/** No task was answered yet: there is nothing to replay, and replay would wait for the local activity for ever. */
const isUnanswered = ({ events }: History): boolean =>
  !events?.some((event) => event.workflowTaskCompletedEventAttributes);

/** A file is written once and kept for ever: what was recorded under older code is what the replay test is for. */
export function writeHistory(name: string, caseId: string, history: History): void {
  const file = join(HISTORIES, `${name}.json`);
  if (existsSync(file) || isUnanswered(history)) return;
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  if (started) started.workflowId = caseId; // the time-skipping server leaves it out; replay needs it
  const content = History.toObject(History.create(history), { enums: String, longs: String, bytes: String });
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}

export function readHistory(name: string): History {
  const content = JSON.parse(readFileSync(join(HISTORIES, `${name}.json`), 'utf8')) as Record<string, unknown>;
  return History.fromObject(content);
}
