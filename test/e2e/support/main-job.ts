// The main job as a person starts it, in a data directory of its own and on ports that nobody has.
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentToken } from '../../../src/platform/development-issuer';
import { eventually } from '../../setup/eventually';
import { Browser } from './browser';
import { letterOf, type Letter } from './letters';

const ROOT = join(__dirname, '..', '..', '..');

export class MainJob {
  private printed = '';
  private complained = '';
  private constructor(
    private readonly child: ChildProcess,
    readonly dataDir: string,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.complained += chunk.toString()));
  }

  /** Until it has printed its last line, which tells how to stop it. */
  static async start(dataDir: string): Promise<MainJob> {
    const { NODE_OPTIONS: _ofJest, NODE_ENV: _too, ...env } = process.env;
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'program.mjs'), 'main'], {
      env: { ...env, DATA_DIR: dataDir, PORT: '0', TEMPORAL_PORT: '0', TEMPORAL_UI_PORT: '0', MAILBOX_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const job = new MainJob(child, dataDir);
    await eventually(
      'the main job runs',
      () => {
        if (child.exitCode !== null) throw new Error(`it ended: ${job.printed}${job.complained}`);
        return job.printed.includes('Ctrl-C stops everything') ? true : undefined;
      },
      90_000,
    );
    return job;
  }

  get said(): string {
    return this.printed;
  }

  /** The address that stands beside a name in what was printed. */
  addressOf(what: string): string {
    const found = new RegExp(`^  ${what} +(\\S+)`, 'm').exec(this.printed)?.[1];
    if (found === undefined) throw new Error(`no address of ${what} in: ${this.printed}`);
    return found;
  }

  get temporalAddress(): string {
    return /--address (\S+)/.exec(this.printed)?.[1] ?? '';
  }

  /** The commands to try, as they stand. */
  commands(): string[] {
    return [...this.printed.matchAll(/^\d\. .*\n {3}(.+)$/gm)].map((match) => match[1] ?? '');
  }

  as(staff: string): Browser {
    const url = this.addressOf('Console').replace(/\/$/, '');
    return new Browser(url, () => developmentToken(this.dataDir, staff));
  }

  letters(): Promise<Letter[]> {
    const folder = join(this.dataDir, 'mail');
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    return Promise.all(files.toSorted().map((name) => letterOf(readFileSync(join(folder, name)))));
  }

  /** Its exit code, after this signal. */
  async stop(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  }
}
