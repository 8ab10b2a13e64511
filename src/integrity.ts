// npm run --silent integrity [-- --mend]: has all open cases looked at, prints what was found and what mends it. Exit code 0: nothing.
// `--mend` also runs every command that needs no decision of a person, and looks again.
import type { z } from 'zod';
import { integrityReport } from './api/answers-integrity';
import { readConfig } from './platform/config';
import { developmentToken } from './platform/development-issuer';

type Report = z.output<typeof integrityReport>;

/** A request that only puts right what is derived: nobody has to decide anything. */
const MENDS_ITSELF = /^POST (\/v1\/cases\/case-[0-9a-z-]+\/mend) \{\}$/;

async function main(args: readonly string[]): Promise<number> {
  if (args.some((one) => one !== '--mend')) {
    process.stderr.write('usage: npm run --silent integrity [-- --mend]\n');
    return 2;
  }
  const config = readConfig();
  const url = config.publicUrl ?? `http://${config.host}:${config.ports.api}`;
  // In the first run the operator of the sample.
  const token = process.env['TOKEN'] ?? (await developmentToken(config.dataDir, 'leo'));
  const post = async (path: string): Promise<unknown> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `integrity-${Date.now()}`,
      },
      body: '{}',
    });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${JSON.stringify(body)}`);
    return body;
  };
  const look = async (): Promise<Report> => integrityReport.parse(await post('/v1/integrity/checks'));
  let report = await look();
  if (args.includes('--mend')) {
    const mends = new Set(report.findings.flatMap((one) => MENDS_ITSELF.exec(one.mend)?.[1] ?? []));
    for (const path of mends) await post(path);
    if (mends.size > 0) report = await look();
  }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.findings.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
