// node scripts/program.mjs [--quiet] NAME ARGS...: runs dist/src/NAME.js after whatever it needs.
// In this very process: signals and the exit code are the program's own, nothing stands between them.
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { build, installDependencies, requireSupportedNode, root, say } from './project.mjs';

const quiet = process.argv[2] === '--quiet';
const [name, ...args] = process.argv.slice(quiet ? 3 : 2);

requireSupportedNode();
installDependencies();
if (!build({ quiet })) {
  say('The sources do not compile; see above.');
  process.exit(1);
}
const program = createRequire(import.meta.url).resolve(join(root, 'dist', 'src', `${name}.js`));
process.argv = [process.argv[0], program, ...args];
Module.runMain(); // as if Node had been started with it: `require.main === module` holds there
