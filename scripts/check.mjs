import { runChecks } from './checks.mjs';
import { build, installDependencies, requireSupportedNode } from './project.mjs';

requireSupportedNode();
installDependencies();
build(); // the check of the structure reads the compiled files; type errors are told by the check of the types
process.exitCode = (await runChecks()).length === 0 ? 0 : 1;
