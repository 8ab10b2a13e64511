// Says each mutant as soon as it is tested, so that a long run can be read while it goes on.
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Reporter, 'told', {
    onMutantTested({ fileName, location, mutatorName, replacement, status }) {
      const at = `${fileName.replace(`${process.cwd()}/`, '')}:${location.start.line}:${location.start.column + 1}`;
      process.stdout.write(
        `${status} ${at} ${mutatorName} ${String(replacement).replaceAll(/\s+/g, ' ').slice(0, 100)}\n`,
      );
    },
  }),
];
