import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { isAlive } from '../../src/platform/cache';
import { type Engine, startEngine } from '../../src/platform/engine';
import { registerSearchAttributes, SEARCH_ATTRIBUTES } from '../../src/platform/search-attributes';
import { eventually } from '../setup/eventually';
import { freePort } from '../setup/free-port';
import { engineBinary } from '../setup/temporal';

let dataDir: string;
let running: Engine[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'engine-test-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((engine) => engine.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: { port?: number; codecEndpoint?: string } = {}): Promise<Engine> {
  const engine = await startEngine({
    binary: await engineBinary(),
    dataDir,
    port: options.port ?? (await freePort()),
    uiPort: await freePort(),
    ...(options.codecEndpoint === undefined ? {} : { codecEndpoint: options.codecEndpoint }),
  });
  running.push(engine);
  return engine;
}

async function connected<T>(engine: Engine, ask: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: engine.address });
  try {
    return await ask(connection);
  } finally {
    await connection.close();
  }
}

describe('the engine of the first-run mode', () => {
  test('answers with exactly the search attributes of a case, and serves the Web UI with our codec endpoint', async () => {
    const engine = await start({ codecEndpoint: 'http://127.0.0.1:9/codec' });

    const { customAttributes } = await connected(engine, (connection) =>
      connection.operatorService.listSearchAttributes({ namespace: 'default' }),
    );
    const ours = Object.keys(customAttributes).filter((name) => !isBuiltIn(name));
    expect(ours.sort()).toEqual(Object.keys(SEARCH_ATTRIBUTES).sort());

    const page = await fetch(engine.uiUrl);
    expect(page.status).toBe(200);
    const settings: unknown = await (await fetch(`${engine.uiUrl}/api/v1/settings`)).json();
    expect(settings).toMatchObject({ Codec: { Endpoint: 'http://127.0.0.1:9/codec' } });
  });

  test('is gone after stop, and a second start finds the workflows of the first', async () => {
    const first = await start();
    await connected(first, (connection) =>
      new Client({ connection }).workflow.start('sleeping', { workflowId: 'kept', taskQueue: 'nobody' }),
    );
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(existsSync(join(dataDir, 'temporal.pid'))).toBe(false);

    const second = await start();
    const status = await connected(second, async (connection) => {
      const description = await new Client({ connection }).workflow.getHandle('kept').describe();
      return description.status.name;
    });
    expect(status).toBe('RUNNING');
  });

  test('leads a process group of its own, so that Ctrl-C does not reach it before the worker has drained', async () => {
    const engine = await start();
    expect(() => process.kill(-engine.pid, 0)).not.toThrow();
  });

  test('ends an engine that was left behind by a process that was killed', async () => {
    const left = await start();
    disown(join(dataDir, 'temporal.pid'));
    const next = await start();
    await left.ended;
    expect([isAlive(left.pid), isAlive(next.pid)]).toEqual([false, true]);
  });

  test('leaves a stranger alone that has got the process id of an old engine', async () => {
    writeFileSync(
      join(dataDir, 'temporal.pid'),
      JSON.stringify({ engine: process.pid, owner: 2 ** 30, ownerCommand: 'node gone' }),
    );
    const engine = await start();
    expect(engine.pid).not.toBe(process.pid);
  });

  test('refuses a data folder that another living process uses, and says which process', async () => {
    const engine = await start();
    disown(join(dataDir, 'temporal.pid'), process.ppid);
    await expect(start()).rejects.toThrow(`in use by process ${process.ppid}`);
    expect(isAlive(engine.pid)).toBe(true);
  });

  test('names the port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await expect(start({ port: address.port })).rejects.toThrow(`port ${address.port} on 127.0.0.1 cannot be used`);
    holder.close();
  });

  test('tells why when the binary ends at once', async () => {
    const script = join(dataDir, 'broken');
    writeFileSync(script, '#!/bin/sh\necho the reason >&2\nexit 3\n', { mode: 0o755 });
    const started = startEngine({ binary: script, dataDir, port: await freePort(), uiPort: await freePort() });
    await expect(started).rejects.toThrow(/ended with code 3[^]*the reason/);
  });
});

describe('registering the search attributes on a server that somebody else started', () => {
  test('adds what is missing, and may be repeated', async () => {
    const engine = await start();
    await connected(engine, async (connection) => {
      await namespaceIsMade(connection, 'fresh');
      expect(await attributesOf(connection, 'fresh')).not.toContain('DueWeek');
      await registerSearchAttributes(connection, 'fresh');
      await registerSearchAttributes(connection, 'fresh');
      expect(await attributesOf(connection, 'fresh')).toEqual(expect.arrayContaining(Object.keys(SEARCH_ATTRIBUTES)));
    });
  });

  test('refuses a namespace in which a name has another type', async () => {
    const engine = await start();
    await connected(engine, async (connection) => {
      await namespaceIsMade(connection, 'other');
      const text = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_TEXT;
      await connection.operatorService.addSearchAttributes({ namespace: 'other', searchAttributes: { Stage: text } });
      await eventually('the attribute is listed', async () =>
        (await attributesOf(connection, 'other')).includes('Stage') ? true : undefined,
      );
      await expect(registerSearchAttributes(connection, 'other')).rejects.toThrow('Stage exists in namespace other');
    });
  });
});

async function namespaceIsMade(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs('1 day') });
  await eventually('the namespace is known', () => attributesOf(connection, namespace).catch(() => undefined));
}

async function attributesOf(connection: Connection, namespace: string): Promise<string[]> {
  return Object.keys((await connection.operatorService.listSearchAttributes({ namespace })).customAttributes);
}

/** As if the process that started the engine were dead, or were another one. */
function disown(pidFile: string, owner = 2 ** 30): void {
  const entry = JSON.parse(readFileSync(pidFile, 'utf8')) as Record<string, unknown>;
  const command =
    owner === process.ppid ? readFileSync(`/proc/${owner}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() : '';
  writeFileSync(pidFile, JSON.stringify({ ...entry, owner, ownerCommand: command }));
}

/** The server brings some example attributes of its own, all with `Custom` in their name or of its batch feature. */
function isBuiltIn(name: string): boolean {
  return name.startsWith('Custom');
}
