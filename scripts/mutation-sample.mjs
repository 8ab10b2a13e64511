// npm run mutation:sample [-- LINES [SEED [FOLDER ...]]]: the score of a sample. The whole run takes many hours; lines drawn evenly
// from all lines of code of the rules (src/programs) and of what reads them (src/domain) give an estimate, the same one for the
// same seed.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { installDependencies, requireSupportedNode, root, say, toolPath } from './project.mjs';

const [lines = '60', seed = '1', ...folders] = process.argv.slice(2);

requireSupportedNode();
installDependencies();
const code = (folders.length > 0 ? folders : ['src/domain', 'src/programs']).flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => codeLines(join(root, folder, name))),
);
const drawn = drawFrom(code, Number(lines), Number(seed));
say(`${drawn.length} of ${code.length} lines of code, seed ${seed}`);
const run = spawnSync(
  process.execPath,
  [toolPath('@stryker-mutator/core', 'stryker'), 'run', '--mutate', drawn.join(',')],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PROPERTY_RUNS: '5' } },
);
process.exitCode = run.status ?? 1;

/** `file:n-n` for each line that is neither empty, a comment nor an import. */
function codeLines(file) {
  const name = relative(root, file);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (/^\s*($|\/\/|\/?\*|import\b|[\]})];?,?$)/.test(line) ? [] : [`${name}:${i + 1}-${i + 1}`]));
}

function drawFrom(list, count, from) {
  let state = from >>> 0;
  const next = () => {
    // mulberry32: small, and the same on every machine.
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const left = [...list];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(next() * left.length), 1)[0],
  );
}
