// node scripts/program.mjs [--quiet] NAME ARGS...: runs dist/src/NAME.js after whatever it needs.
// In this very process, and package.json says `exec`: no shell and no parent stands between the program and its signals, and the
// exit code is the program's own.
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
oneSignalIsOne();
process.argv = [process.argv[0], program, ...args];
Module.runMain(); // as if Node had been started with it: `require.main === module` holds there

/** Ctrl-C reaches this process twice: from the terminal, and again from npm. A program may take the second for "at once". */
function oneSignalIsOne() {
  const emit = process.emit.bind(process);
  const last = new Map();
  process.emit = (event, ...rest) => {
    if (event === 'SIGINT' || event === 'SIGTERM') {
      const before = last.get(event) ?? -Infinity;
      last.set(event, Date.now());
      if (Date.now() - before < 500) return true;
    }
    return emit(event, ...rest);
  };
}
