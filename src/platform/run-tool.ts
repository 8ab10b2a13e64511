// Runs a tool that takes its time (a download, a build) and says so every few seconds.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Progress } from './cache';

export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What is being done, for the progress lines and for the error. */
  readonly doing: string;
  readonly progress: Progress;
  readonly limitSeconds: number;
  /** Asked each second; a text ends the tool with that reason (a download that stands still). */
  readonly giveUp?: () => string | undefined;
}

const SECONDS_BETWEEN_LINES = 5;

/** Resolves when the tool ends well; rejects with the end of what it printed otherwise. */
export function runTool(run: ToolRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(run.command, run.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...run.env },
      ...(run.cwd === undefined ? {} : { cwd: run.cwd }),
    });
    let said = '';
    const keep = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);

    let seconds = 0;
    let reason: string | undefined;
    const everySecond = setInterval(() => {
      seconds += 1;
      if (seconds % SECONDS_BETWEEN_LINES === 0) run.progress(`${run.doing}: ${clock(seconds)}`);
      reason = seconds >= run.limitSeconds ? `took more than ${run.limitSeconds} s` : run.giveUp?.();
      if (reason !== undefined) child.kill('SIGKILL');
    }, 1_000);

    child.once('error', (error) => {
      clearInterval(everySecond);
      reject(new Error(`${run.doing}: ${error.message}`));
    });
    child.once('close', (code) => {
      clearInterval(everySecond);
      if (code === 0) resolve();
      else reject(new Error(`${run.doing}: ${reason ?? lastLines(said) ?? `ended with code ${String(code)}`}`));
    });
  });
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function lastLines(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 0 ? undefined : lines.slice(-5).join('\n');
}

/** The first executable of that name on the PATH. */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
