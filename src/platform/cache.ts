// Things that are expensive to get (the engine, the test server) live once per user, outside the work tree.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Progress = (line: string) => void;

export function cacheFolder(...below: string[]): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'casework', ...below);
}

/**
 * Runs `work` while no other process does under the same name: two test workers that both miss the engine must not
 * both build it. A lock whose holder is dead is taken over, or one killed run would block every later one.
 */
export async function withLock<T>(file: string, progress: Progress, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!tryTake(file)) {
    if (!told) progress('another process is preparing the same thing; waiting for it');
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

function isAbandoned(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // An empty file is a lock being written at this moment, unless its writer died between the two steps.
    if (!holder) return Date.now() - statSync(file).mtimeMs > 5_000;
    return !isAlive(holder);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
}

export function isErrno(error: unknown, code: string): boolean {
  // Not `instanceof`: jest runs our code in a realm of its own, whose Error is not the one of node:fs.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
