// Go from 1.21 on fetches the toolchain that a module asks for by itself; distributions still carry older ones. For those
// the same toolchain is taken from the module proxy by hand.
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './run-tool';

const TOOLCHAIN = 'go1.25.0';
const FIRST_THAT_FETCHES = 21;

/** The path of a `go` that can build a module of today. */
export function goCommand(): string {
  const go = onPath('go');
  if (go === undefined) throw new Error('building the Temporal engine: Go is not installed');
  const version = execFileSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  const minor = Number(/^go1\.(\d+)/.exec(version)?.[1] ?? FIRST_THAT_FETCHES);
  return minor >= FIRST_THAT_FETCHES ? go : fetchToolchain(go);
}

function fetchToolchain(go: string): string {
  const [os, arch] = execFileSync(go, ['env', 'GOOS', 'GOARCH'], { encoding: 'utf8' }).trim().split('\n');
  const module = `golang.org/toolchain@v0.0.1-${TOOLCHAIN}.${String(os)}-${String(arch)}`;
  const answer: unknown = JSON.parse(execFileSync(go, ['mod', 'download', '-json', module], { encoding: 'utf8' }));
  if (typeof answer !== 'object' || answer === null || !('Dir' in answer) || typeof answer.Dir !== 'string') {
    throw new Error(`building the Temporal engine: ${module} was not downloaded`);
  }
  // A module carries no permissions; newer versions of Go set these themselves.
  for (const folder of ['bin', join('pkg', 'tool', `${String(os)}_${String(arch)}`)]) {
    for (const name of readdirSync(join(answer.Dir, folder))) chmodSync(join(answer.Dir, folder, name), 0o755);
  }
  return join(answer.Dir, 'bin', 'go');
}
