// Starts and stops the engine of the first-run mode: one Temporal server with its Web UI, on loopback, whose SQLite file
// keeps the cases between runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { removePidFile, stopLeftOver, writePidFile } from './engine-pid-file';
import { SEARCH_ATTRIBUTES } from './search-attributes';

export { ensureEngine } from './engine-binary';
export { registerSearchAttributes, SEARCH_ATTRIBUTES } from './search-attributes';

export interface EngineOptions {
  readonly binary: string;
  readonly dataDir: string;
  readonly port: number;
  readonly uiPort: number;
  /** Where the Web UI sends encrypted payloads to be decoded. */
  readonly codecEndpoint?: string;
  /** Name -> type; the attributes of a case unless told otherwise. */
  readonly searchAttributes?: Readonly<Record<string, string>>;
  /** Receives what the engine prints: errors only, normally nothing. */
  readonly log?: (line: string) => void;
  readonly readyWithinMs?: number;
}

export interface Engine {
  readonly address: string;
  readonly uiUrl: string;
  readonly pid: number;
  /** Resolves when the process is gone; may be called more than once. */
  stop(): Promise<void>;
  /** Resolves when the engine has ended, wanted or not. */
  readonly ended: Promise<void>;
}

export const ENGINE_NAMESPACE = 'default';
const STOP_WITHIN_MS = 10_000;

export async function startEngine(options: EngineOptions): Promise<Engine> {
  mkdirSync(options.dataDir, { recursive: true });
  const pidFile = join(options.dataDir, 'temporal.pid');
  const database = join(options.dataDir, 'temporal.db');
  await stopLeftOver(pidFile, database, STOP_WITHIN_MS);
  // Asked before the start: otherwise another Temporal server on that port would answer in the place of ours.
  await refuseTakenPort(options.port);
  await refuseTakenPort(options.uiPort);

  // A process group of its own: Ctrl-C in the terminal reaches us alone, so that the worker can drain first.
  const child = spawn(options.binary, argumentsFor(options, database), {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const said = listen(child, options.log);
  // If this process ends without stopping the engine (an uncaught error), the engine is told on the way out.
  const onExit = (): void => void child.kill('SIGTERM');
  process.once('exit', onExit);
  void ended.then(() => process.removeListener('exit', onExit));

  const engine: Engine = {
    address: `127.0.0.1:${options.port}`,
    uiUrl: `http://127.0.0.1:${options.uiPort}`,
    pid: child.pid ?? -1,
    ended,
    stop: () => stop(child, ended, pidFile),
  };
  if (child.pid !== undefined) writePidFile(pidFile, child.pid);
  try {
    await ready(engine, child, options.readyWithinMs ?? 60_000);
  } catch (error) {
    await engine.stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The Temporal engine did not start on port ${options.port} (Web UI ${options.uiPort}): ${reason}\n${said().join('\n')}`.trim(),
      { cause: error },
    );
  }
  return engine;
}

function argumentsFor(options: EngineOptions, database: string): string[] {
  const attributes = Object.entries(options.searchAttributes ?? SEARCH_ATTRIBUTES);
  // prettier-ignore
  return [
    'server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port), '--ui-port', String(options.uiPort),
    '--db-filename', database, '--log-level', 'error',
    ...(options.codecEndpoint === undefined ? [] : ['--ui-codec-endpoint', options.codecEndpoint]),
    ...attributes.flatMap(([name, kind]) => ['--search-attribute', `${name}=${kind}`]),
  ];
}

function refuseTakenPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Error(`port ${port} on 127.0.0.1 cannot be used: ${error.message}`)));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** Hands each line to `log` and remembers the last ones, for the message when the start fails. */
function listen(child: ChildProcess, log: EngineOptions['log']): () => readonly string[] {
  const lines: string[] = [];
  let rest = '';
  const take = (chunk: Buffer): void => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts.filter((part) => part.trim() !== '')) {
      lines.push(line);
      if (lines.length > 10) lines.shift();
      log?.(line);
    }
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  child.once('error', (error) => lines.push(error.message));
  return () => lines;
}

/** The server answers, the namespace is there, and the search attributes are: only now may a worker start. */
async function ready(engine: Engine, child: ChildProcess, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  let gone = false;
  void engine.ended.then(() => (gone = true));
  let last: unknown;
  while (Date.now() < deadline) {
    if (gone) throw new Error(`it ended with code ${String(child.exitCode ?? child.signalCode)}`);
    try {
      const connection = await Connection.connect({ address: engine.address, connectTimeout: 1_000 });
      try {
        await connection.withDeadline(Date.now() + 2_000, async () => {
          await connection.workflowService.describeNamespace({ namespace: ENGINE_NAMESPACE });
          await connection.operatorService.listSearchAttributes({ namespace: ENGINE_NAMESPACE });
        });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      last = error;
      await Promise.race([engine.ended, pause(100)]);
    }
  }
  throw new Error(`it did not answer within ${withinMs / 1000} s`, { cause: last });
}

async function stop(child: ChildProcess, ended: Promise<void>, pidFile: string): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(late);
  removePidFile(pidFile);
}
