// The workflow code as a worker loads it, bundled once for all suites: named by a hash of what goes into it, so that a
// change is never tested with yesterday's bundle.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { withLock } from '../../src/platform/cache';

const ROOT = join(__dirname, '..', '..');
/** What may enter the bundle: the workflows, and the converter of failures with its neighbours. */
const FOLDERS = ['src/workflows', 'src/platform'];

/** To be given to `Worker.create` as `workflowBundle`, in place of `workflowsPath`. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  const codePath = join(tmpdir(), `casework-workflows-${hashOfSources()}.js`);
  if (existsSync(codePath)) return { codePath };
  const quiet = (): void => undefined;
  await withLock(`${codePath}.lock`, quiet, async () => {
    if (existsSync(codePath)) return;
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(ROOT, 'src/workflows/case.ts'),
      failureConverterPath: join(ROOT, 'src/platform/failure-converter.ts'),
      logger: new DefaultLogger('ERROR'),
    });
    writeFileSync(`${codePath}.part`, code);
    renameSync(`${codePath}.part`, codePath);
  });
  return { codePath };
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  for (const file of [...files.sort(), 'package-lock.json']) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
