// Where the Temporal engine comes from when no server is given: the first of four ways that works on this machine.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, type Progress } from './cache';
import { goCommand } from './go-toolchain';
import { obtain } from './obtain';
import { isExecutable, onPath, runTool } from './run-tool';
import { download, downloaded } from './sdk-download';

/** The last version that `go install` accepts: later ones carry a replace directive. */
const CLI_MODULE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

const HELP = `  - install the Temporal CLI (https://docs.temporal.io/cli) so that \`temporal\` is on the PATH, or set TEMPORAL_CLI to its path
  - let this machine reach temporal.download (the CLI is downloaded once), or install Go and let it reach a Go module proxy
  - set TEMPORAL_ADDRESS to a Temporal server that already runs`;

/** The path of a `temporal` binary; gets one, once, when there is none. */
export function ensureEngine({ progress }: { progress: Progress }): Promise<string> {
  return obtain({
    name: 'Temporal engine',
    variable: 'TEMPORAL_CLI',
    present: () => onPath('temporal') ?? downloaded('cli') ?? built(),
    ways: [() => download('cli', progress), () => buildEngine(progress)],
    help: HELP,
    progress,
  });
}

function built(): string | undefined {
  const file = cacheFolder('gobin', 'temporal');
  return isExecutable(file) ? file : undefined;
}

/** Exported for its test alone: use `ensureEngine`. */
export async function buildEngine(progress: Progress): Promise<string> {
  const go = goCommand();
  // Built beside its place and moved there whole: a build that is killed must not leave half a binary to be used.
  const workshop = cacheFolder(`gobin-${process.pid}`);
  mkdirSync(workshop, { recursive: true });
  try {
    await runTool({
      command: go,
      args: ['install', CLI_MODULE],
      env: { GOBIN: workshop },
      cwd: workshop,
      doing: 'building the Temporal engine with Go (once, a few minutes)',
      progress,
      limitSeconds: 30 * 60,
    });
    const place = cacheFolder('gobin', 'temporal');
    mkdirSync(cacheFolder('gobin'), { recursive: true });
    renameSync(join(workshop, 'temporal'), place);
    return place;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
