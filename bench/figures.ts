// What every measurement prints: the machine first, then each figure as median [min..max].
import { arch, cpus, loadavg, totalmem } from 'node:os';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export function machine(server?: string): void {
  const processors = cpus();
  say(
    [
      `${processors[0]?.model.trim() ?? 'unknown processor'} (${arch()}), ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
      `Node ${process.versions.node}`,
      ...(server === undefined ? [] : [server]),
      new Date().toISOString().slice(0, 10),
      `load ${loadavg()[0]!.toFixed(1)} at the start`,
    ].join('; '),
  );
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  const half = quantile(values, 0.5);
  if (values.length % 2 === 1) return half;
  return (half + [...values].sort((a, b) => a - b)[values.length / 2 - 1]!) / 2;
}

/** median [min..max] */
export function spread(values: readonly number[], digits = 1): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return `${median(values).toFixed(digits)} [${low}..${high}]`;
}

export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** Milliseconds of wall and of this process's CPU, the database in it included when that is PGlite. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

/** `--cases=100` */
export function option(name: string, otherwise: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (given === undefined) return otherwise;
  const value = Number(given.slice(name.length + 3));
  if (!Number.isInteger(value) || value < 1) throw new Error(`${given}: a whole number from 1 is needed`);
  return value;
}
