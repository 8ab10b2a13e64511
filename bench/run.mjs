// node bench/run.mjs NAME ARGS...: builds into dist-bench/ and runs bench/NAME.ts in this very process. Works from a clean clone.
import { spawnSync } from 'node:child_process';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { installDependencies, requireSupportedNode, root, say, toolPath } from '../scripts/project.mjs';

const [name, ...args] = process.argv.slice(2);

requireSupportedNode();
installDependencies();
const built = spawnSync(process.execPath, [toolPath('typescript', 'tsc'), '-p', join(root, 'bench')], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
if (built.status !== 0) {
  say('The sources do not compile; see above.');
  process.exit(1);
}
const program = createRequire(import.meta.url).resolve(join(root, 'dist-bench', 'bench', `${name}.js`));
process.argv = [process.argv[0], program, ...args];
Module.runMain();
