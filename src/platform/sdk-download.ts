// The SDK's testing package can download the two servers. Its download has no time limit and cannot be cancelled, so it
// runs in a process of its own that is ended when nothing arrives any more.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, type Progress } from './cache';
import { isExecutable, runTool } from './run-tool';

export type SdkServer = 'cli' | 'test-server';

const STALLED_AFTER_SECONDS = 20;
const LIMIT_SECONDS = 15 * 60;

// Starting the server once is the only way to make the SDK download it; it also shows that the file runs here.
const STARTS = { cli: 'createLocal', 'test-server': 'createTimeSkipping' } as const;
const CHILD = `
const [testing, start, downloadDir] = process.argv.slice(1);
require(testing)
  .TestWorkflowEnvironment[start]({ server: { executable: { type: 'cached-download', downloadDir } } })
  .then((env) => env.teardown())
  .catch((error) => { console.error(error.message); process.exitCode = 1; });
`;

/** What an earlier run downloaded. Used directly: the SDK itself asks the network again after a day. */
export function downloaded(server: SdkServer): string | undefined {
  return filesOf(server).find((file) => !file.endsWith('.downloading') && isExecutable(file));
}

export async function download(server: SdkServer, progress: Progress): Promise<string> {
  const folder = folderOf(server);
  // A part that was left by a killed download makes the SDK wait for a process that no longer exists.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  let arrived = 0;
  let standing = 0;
  const stalled = (): string | undefined => {
    const now = filesOf(server).reduce((sum, file) => sum + sizeOf(file), 0);
    standing = now > arrived ? 0 : standing + 1;
    arrived = now;
    return standing >= STALLED_AFTER_SECONDS ? `nothing arrived for ${STALLED_AFTER_SECONDS} s` : undefined;
  };

  try {
    await runTool({
      command: process.execPath,
      args: ['-e', CHILD, require.resolve('@temporalio/testing'), STARTS[server], folder],
      env: { NODE_OPTIONS: '' },
      doing: `downloading the Temporal ${server === 'cli' ? 'engine' : 'test server'}`,
      progress,
      limitSeconds: LIMIT_SECONDS,
      giveUp: stalled,
    });
    const file = downloaded(server);
    if (file === undefined) throw new Error('the download left no executable');
    return file;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(shortened(error), { cause: error });
  }
}

/** The SDK repeats the whole address at each level of its message. */
function shortened(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(
    /(failed to start ephemeral server: )|(error sending request for url \([^)]*\)(: )?)/gi,
    '',
  );
}

function folderOf(server: SdkServer): string {
  return cacheFolder('sdk', server);
}

function filesOf(server: SdkServer): string[] {
  try {
    return readdirSync(folderOf(server)).map((name) => join(folderOf(server), name));
  } catch {
    return [];
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0; // renamed between the listing and this question
  }
}
