// One JSON line for each thing worth knowing; ids and codes, never what was sent.
import pino, { type Logger } from 'pino';

/** On stderr, so that what a program prints for people stays readable on stdout. */
export function createLog(level: 'info' | 'warn'): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}

export type { Logger };
