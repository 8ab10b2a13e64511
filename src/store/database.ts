// PostgreSQL over the network, or PGlite in this process: the same dialect behind one kysely.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { Pool, types } from 'pg';
import { lockDirectory } from './directory-lock';
import type { Tables } from './tables';

export interface StoreOptions {
  /** PostgreSQL. */
  readonly databaseUrl?: string | undefined;
  /** Without a database: PGlite in a folder below this one, for one process; without either, in memory. */
  readonly dataDir?: string | undefined;
}

export interface Database {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

const INT8 = 20;
/** Milliseconds and counters fit into a number for longer than this program will live. */
const parsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : (types.getTypeParser(oid, format) as (text: string) => unknown),
};

export async function openDatabase(options: StoreOptions): Promise<Database> {
  if (options.databaseUrl) return overNetwork(options.databaseUrl);
  return inProcess(options.dataDir);
}

function overNetwork(connectionString: string): Database {
  const pool = new Pool({
    connectionString,
    types: parsers,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A statement that hangs would hold the row of its case: it fails, and the activity is tried again.
    statement_timeout: 15_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'permanency',
  });
  // An idle connection that the server closes is no reason to end the process: the next query opens another.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

async function inProcess(dataDir: string | undefined): Promise<Database> {
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const unlock = dataDir === undefined ? () => undefined : lockDirectory(join(dataDir, 'pglite.lock'));
  try {
    const pglite = await PGlite.create({
      ...(dataDir === undefined ? {} : { dataDir: join(dataDir, 'pglite') }),
      parsers: { [INT8]: Number },
    });
    const db = new Kysely<Tables>({ dialect: new PGliteDialect(pglite) });
    return {
      db,
      async close() {
        await db.destroy();
        if (!pglite.closed) await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
