import { build, installDependencies, requireSupportedNode } from './project.mjs';

requireSupportedNode();
installDependencies();
process.exitCode = build() ? 0 : 1;
