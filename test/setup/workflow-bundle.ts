// The workflow code as a worker loads it, bundled once for all suites: named by a hash of what goes into it, so that a
// change is never tested with yesterday's bundle.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isErrno, withLock } from '../../src/platform/cache';
import { bundleCases } from '../../src/platform/worker-parts';

const ROOT = join(__dirname, '..', '..');
/** What may enter the bundle: the workflows, and the converter of failures with its neighbours. */
const FOLDERS = ['src/workflows', 'src/platform'];

/** To be given to `createWorkers` as `bundle`, or to `Worker.create` as `workflowBundle`. */
export async function workflowBundle(): Promise<{ code: string; sourceMap: string }> {
  const file = join(tmpdir(), `casework-workflows-${hashOfSources()}.js`);
  const quiet = (): void => undefined;
  const code =
    read(file) ??
    (await withLock(`${file}.lock`, quiet, async () => {
      const meanwhile = read(file);
      if (meanwhile !== undefined) return meanwhile;
      const bundle = await bundleCases();
      // Moved into its place whole: another test process may look for it at any moment.
      writeFileSync(`${file}.part`, bundle.code);
      renameSync(`${file}.part`, file);
      return bundle.code;
    }));
  return { code, sourceMap: '' };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  for (const file of [...files.toSorted(), 'package-lock.json']) {
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
