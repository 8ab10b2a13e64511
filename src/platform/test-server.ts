// The time-skipping test server: ten years of a case in seconds. The SDK's download, or the same server from Maven
// Central behind a launcher that looks like the downloaded binary.
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, type Progress } from './cache';
import { obtain } from './obtain';
import { isExecutable, onPath, runTool } from './run-tool';
import { download, downloaded } from './sdk-download';

const VERSION = '1.38.0';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
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

// `exec`: the SDK stops the server by the id of the process that it started.
const LAUNCHER = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
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
  return cacheFolder(`test-server-${VERSION}`);
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
    return join(place(), 'temporal-test-server');
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** The SDK gives a server five seconds to start, too few for a busy machine: two more tries, for that reason alone. */
export async function startPatiently<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await start();
    } catch (error) {
      if (tries >= 3 || !(error instanceof Error) || !error.message.includes('did not start within')) throw error;
    }
  }
}
