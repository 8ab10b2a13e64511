// npm run --silent token -- NAME: prints a token of one of the sample staff, for the first run on this machine.
import { developmentToken, refuseInProduction } from './platform/development-issuer';
import { readConfig } from './platform/config';
import { sampleStaff } from './sample/agency';

async function main([name]: readonly string[]): Promise<void> {
  const config = readConfig();
  refuseInProduction(config.production);
  if (!sampleStaff.some((person) => person.id === name)) {
    const people = sampleStaff.map(({ id, name: called, role }) => `  ${id.padEnd(8)} ${called}, ${role}`);
    throw new Error(['usage: npm run --silent token -- NAME', ...people].join('\n'));
  }
  process.stdout.write(`${await developmentToken(config.dataDir, name ?? '')}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
