// npm run --silent simulate -- FILE [--engine]: a scenario file through the pure domain, or through the real workflow.
import { readFileSync } from 'node:fs';
import { programs } from './programs';
import { scenarioSchema } from './scenario/format';
import { simulate } from './scenario/pure';

async function main(args: readonly string[]): Promise<number> {
  const engine = args.includes('--engine');
  const file = args.find((a) => !a.startsWith('--'));
  if (file === undefined || args.some((a) => a.startsWith('--') && a !== '--engine')) {
    process.stderr.write('usage: npm run --silent simulate -- FILE [--engine]\n');
    return 2;
  }
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}\n`);
    return 2;
  }
  const parsed = scenarioSchema.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      process.stderr.write(`${file}: ${issue.path.map(String).join('.') || '(whole)'}: ${issue.message}\n`);
    return 2;
  }
  const result = engine
    ? await (await import('./scenario/engine.js')).simulateOnEngine(parsed.data, programs)
    : simulate(parsed.data, programs);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
