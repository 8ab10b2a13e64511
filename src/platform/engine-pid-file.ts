// Remembers which engine process belongs to a data folder. If our process is killed hard the engine stays behind and
// holds the port and the database file; the next start finds it here and ends it.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, isErrno } from './cache';

interface PidFile {
  readonly engine: number;
  /** The process that started it, and how that process was called: process ids are used again. */
  readonly owner: number;
  readonly ownerCommand: string;
}

export function writePidFile(file: string, engine: number): void {
  const entry: PidFile = { engine, owner: process.pid, ownerCommand: commandOf(process.pid) };
  writeFileSync(file, JSON.stringify(entry));
}

export function removePidFile(file: string): void {
  rmSync(file, { force: true });
}

/** Ends an engine whose owner is dead; refuses when the owner is still at work with this data folder. */
export async function stopLeftOver(file: string, database: string, withinMs: number): Promise<void> {
  const entry = readPidFile(file);
  if (entry === undefined) return;
  // Only a process that has our database on its command line is ours: the id may belong to a stranger by now.
  if (isAlive(entry.engine) && commandOf(entry.engine).includes(database)) {
    if (entry.owner !== process.pid && isAlive(entry.owner) && commandOf(entry.owner) === entry.ownerCommand) {
      throw new Error(`this data folder is in use by process ${entry.owner}; stop it first (${database})`);
    }
    await end(entry.engine, database, withinMs);
  }
  removePidFile(file);
}

async function end(pid: number, database: string, withinMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + withinMs;
  while (isAlive(pid) && commandOf(pid).includes(database)) {
    if (Date.now() > deadline) signal(pid, 'SIGKILL');
    await pause(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error; // it ended by itself in the meantime
  }
}

function readPidFile(file: string): PidFile | undefined {
  try {
    const entry: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isPidFile(entry) ? entry : undefined;
  } catch {
    return undefined; // none, or half written by a process that died: nothing that could be relied on
  }
}

function isPidFile(entry: unknown): entry is PidFile {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'engine' in entry &&
    Number.isInteger(entry.engine) &&
    'owner' in entry &&
    Number.isInteger(entry.owner) &&
    'ownerCommand' in entry &&
    typeof entry.ownerCommand === 'string'
  );
}

/** The command line of a process, '' when it is gone. A dead process that nobody waited for has an empty one as well. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // not Linux
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
