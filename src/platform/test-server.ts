// The time-skipping test server: ten years of a case in seconds. The SDK's download, or the same server from Maven
// Central behind a launcher that looks like the downloaded binary.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, type Progress } from './cache';
import { availablePort, listens } from './listen';
import { obtain } from './obtain';
import { isExecutable, onPath, runTool } from './run-tool';
import { download, downloaded } from './sdk-download';

const VERSION = '1.38.0';
const STARTS_WITHIN_MS = 60_000;

const POM = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>test-server-download</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

const MAIN = 'io.temporal.testserver.TestServer';
const QUICK = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

// `exec`: the SDK stops the server by the id of the process that it started.
const LAUNCHER = `#!/bin/sh
here="$(dirname "$0")"
classes=
if [ -f "$here/classes.jsa" ]; then classes="-XX:SharedArchiveFile=$here/classes.jsa"; fi
exec java ${QUICK.join(' ')} $classes -cp "$here/lib/*" ${MAIN} "$@"
`;

const HELP = `  - set TEMPORAL_TEST_SERVER to the path of a temporal-test-server binary
  - let this machine reach temporal.download (the server is downloaded once)
  - install Java 11 or later and Maven, and let this machine reach Maven Central`;

/** A path that can be given to `createTimeSkipping` as `executable: { type: 'existing-path', path }`. */
export function ensureTestServer({ progress }: { progress: Progress }): Promise<string> {
  return obtain({
    name: 'time-skipping test server',
    variable: 'TEMPORAL_TEST_SERVER',
    present: () => downloaded('test-server') ?? assembled(),
    ways: [() => download('test-server', progress), () => assemble(progress)],
    help: HELP,
    progress,
  });
}

function place(): string {
  return cacheFolder(`test-server-${VERSION}-2`);
}

function assembled(): string | undefined {
  const launcher = join(place(), 'temporal-test-server');
  return isExecutable(launcher) && onPath('java') !== undefined ? launcher : undefined;
}

async function assemble(progress: Progress): Promise<string> {
  const maven = onPath('mvn');
  if (maven === undefined || onPath('java') === undefined) {
    throw new Error('getting the test server from Maven Central: Java and Maven are not installed');
  }
  const workshop = `${place()}-${process.pid}`;
  mkdirSync(workshop, { recursive: true });
  try {
    writeFileSync(join(workshop, 'pom.xml'), POM);
    await runTool({
      command: maven,
      args: ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'],
      cwd: workshop,
      doing: 'getting the Temporal test server from Maven Central (once)',
      progress,
      limitSeconds: 10 * 60,
    });
    const launcher = join(workshop, 'temporal-test-server');
    writeFileSync(launcher, LAUNCHER);
    chmodSync(launcher, 0o755);
    rmSync(place(), { recursive: true, force: true });
    renameSync(workshop, place());
    await shareClasses(place());
    return join(place(), 'temporal-test-server');
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Classes loaded once and kept: the server is there in one second, not three. Without them it starts all the same. */
async function shareClasses(folder: string): Promise<void> {
  const archive = join(folder, `classes-${process.pid}.jsa`);
  const port = await availablePort(0);
  const server = spawn(
    'java',
    [...QUICK, `-XX:ArchiveClassesAtExit=${archive}`, '-cp', join(folder, 'lib', '*'), MAIN, String(port)],
    { stdio: 'ignore' },
  );
  const ended = once(server, 'exit').catch(() => undefined);
  const started = await Promise.race([listens(port, STARTS_WITHIN_MS), ended.then(() => false)]);
  server.kill();
  await ended;
  // An archive counts for the classes where they lie: written there, and put in place whole.
  if (started && existsSync(archive)) renameSync(archive, join(folder, 'classes.jsa'));
}

/** The SDK gives a server five seconds to start, too few for a busy machine: a few more tries, for that reason alone. */
export async function startPatiently<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await start();
    } catch (error) {
      if (tries >= 6 || !(error instanceof Error) || !error.message.includes('did not start within')) throw error;
    }
  }
}
