import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { withLock } from '../../src/platform/cache';
import { buildEngine, ensureEngine } from '../../src/platform/engine-binary';
import { obtain, type Wanted } from '../../src/platform/obtain';
import { runTool } from '../../src/platform/run-tool';

const VARIABLES = ['XDG_CACHE_HOME', 'PATH', 'TEMPORAL_CLI'] as const;
const before = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));
let folder: string;
let lines: string[];
const progress = (line: string): void => void lines.push(line);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obtain-test-'));
  lines = [];
  process.env.XDG_CACHE_HOME = folder;
  delete process.env.TEMPORAL_CLI;
});
afterEach(() => {
  for (const name of VARIABLES) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  rmSync(folder, { recursive: true, force: true });
});

function script(name: string, body: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

function wanted(change: Partial<Wanted>): Wanted {
  return {
    name: 'thing',
    variable: 'THING',
    present: () => undefined,
    ways: [],
    help: '  - wait',
    progress,
    ...change,
  };
}

describe('getting a program that this machine does not have', () => {
  test('a path that a person has set wins, and is refused when it cannot be run', async () => {
    process.env.TEMPORAL_CLI = script('mine', 'exit 0');
    expect(await ensureEngine({ progress })).toBe(process.env.TEMPORAL_CLI);
    process.env.TEMPORAL_CLI = join(folder, 'absent');
    await expect(ensureEngine({ progress })).rejects.toThrow('TEMPORAL_CLI names');
  });

  test('the engine on the PATH comes before anything else', async () => {
    const engine = script('temporal', 'exit 0');
    process.env.PATH = folder;
    expect(await ensureEngine({ progress })).toBe(engine);
  });

  test('goes on to the next way when one fails, and gives every reason when none works', async () => {
    const fails = (reason: string) => () => Promise.reject(new Error(reason));
    expect(await obtain(wanted({ ways: [fails('no network'), () => Promise.resolve('/here')] }))).toBe('/here');
    expect(lines).toEqual(['no network']);
    await expect(obtain(wanted({ ways: [fails('no network'), fails('no compiler')] }))).rejects.toThrow(
      /No thing could be had[^]*no network[^]*no compiler[^]*wait/,
    );
  });

  test('two who need it at once get it once', async () => {
    let there: string | undefined;
    let times = 0;
    const get = (): Promise<string> =>
      obtain(
        wanted({
          present: () => there,
          ways: [
            async () => {
              times += 1;
              await nextTurn();
              there = '/made';
              return there;
            },
          ],
        }),
      );
    expect(await Promise.all([get(), get()])).toEqual(['/made', '/made']);
    expect(times).toBe(1);
  });

  test('a lock whose holder is dead is taken over', async () => {
    const lock = join(folder, 'some.lock');
    writeFileSync(lock, String(2 ** 30));
    expect(await withLock(lock, progress, () => Promise.resolve('done'))).toBe('done');
    expect(readdirSync(folder)).not.toContain('some.lock');
  });
});

describe('building the engine', () => {
  test('puts the whole binary in its place, and nothing when the build fails', async () => {
    process.env.PATH = `${folder}:${process.env.PATH ?? ''}`;
    const current = 'if [ "$1" = env ]; then echo go1.25.0; exit; fi;';
    script('go', `${current} echo "$2" > "$GOBIN/temporal"; chmod +x "$GOBIN/temporal"; echo network down >&2; exit 1`);
    await expect(buildEngine(progress)).rejects.toThrow('network down');
    expect(readdirSync(join(folder, 'casework'))).toEqual([]);

    script('go', `${current} printf '#!/bin/sh\\n' > "$GOBIN/temporal"; chmod +x "$GOBIN/temporal"`);
    const engine = await buildEngine(progress);
    expect(engine).toBe(join(folder, 'casework', 'gobin', 'temporal'));
    expect(readdirSync(join(folder, 'casework'))).toEqual(['gobin']);
  });
});

describe('a tool that takes its time', () => {
  test('is ended with the reason when it stands still', async () => {
    const standing = runTool({
      command: 'sleep',
      args: ['1000'],
      doing: 'downloading',
      progress,
      limitSeconds: 1_000,
      giveUp: () => 'nothing arrived',
    });
    await expect(standing).rejects.toThrow('downloading: nothing arrived');
  });

  test('is ended at its limit', async () => {
    const slow = runTool({ command: 'sleep', args: ['1000'], doing: 'building', progress, limitSeconds: 1 });
    await expect(slow).rejects.toThrow('building: took more than 1 s');
  });

  test('says how long it has been at it', async () => {
    await runTool({ command: 'sleep', args: ['5.5'], doing: 'building', progress, limitSeconds: 60 });
    expect(lines).toEqual(['building: 0:05']);
  });
});
