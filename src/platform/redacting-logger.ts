// The SDK logs the text of every failure, with its causes, and a failure's text may quote what it failed on. Of an error only
// name and type are kept, of everything else only what is known to be an opaque id or a code.
import { ApplicationFailure } from '@temporalio/common';
import type { LogLevel, LogMetadata, Logger } from '@temporalio/common';

export type WriteLog = (line: {
  readonly level: LogLevel;
  readonly message: string;
  readonly [field: string]: unknown;
}) => void;

const SAFE = new Set([
  'namespace',
  'taskQueue',
  'workflowId',
  'runId',
  'workflowType',
  'activityId',
  'activityType',
  'attempt',
  'isLocal',
  'sdkComponent',
]);
const LONGEST_MESSAGE = 200;

export function redactingLogger(write: WriteLog): Logger {
  const log = (level: LogLevel, message: string, meta: LogMetadata = {}): void => {
    const kept = Object.entries(meta).filter(([field, value]) => SAFE.has(field) && typeof value !== 'object');
    const error = describe(meta['error']);
    // The core's own messages end in a rendering of the failure.
    const first = message.split(/[\n{"]/, 1)[0] ?? '';
    write({
      level,
      message: first.slice(0, LONGEST_MESSAGE).trim(),
      ...Object.fromEntries(kept),
      ...(error ? { error } : {}),
    });
  };
  return {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
}

function describe(error: unknown): string | undefined {
  if (error instanceof ApplicationFailure) return `${error.name}:${error.type ?? 'untyped'}`;
  return error instanceof Error ? error.name : undefined;
}
