// Two thousand reminders that are due in the same minute, from workers that start late, to a mail server on this machine.
// npm run bench:drain [-- --families=500 --each=4 --rate=40]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { ensureEngine, startEngine } from '../src/platform/engine';
import { registerSearchAttributes } from '../src/platform/search-attributes';
import { bundleCases } from '../src/platform/worker-parts';
import { freePort } from '../test/setup/free-port';
import { drain, mostWithin } from '../test/workflows/support/drain';
import { machine, option, quantile, say } from './figures';

async function main(): Promise<void> {
  const families = option('families', 500);
  const inviteesEach = option('each', 4);
  const perSecond = option('rate', 40);
  const folder = mkdtempSync(join(tmpdir(), 'bench-drain-'));
  const binary = await ensureEngine({ progress: (line) => void process.stderr.write(`${line}\n`) });
  const engine = await startEngine({ binary, dataDir: folder, port: await freePort(), uiPort: await freePort() });
  try {
    const connection = await Connection.connect({ address: engine.address });
    await registerSearchAttributes(connection, 'default');
    await connection.close();
    machine('Temporal development server, SQLite file; PGlite in memory');
    say(`${families} families with ${inviteesEach} invitees each, at most ${perSecond} mails a second`);
    const { mails, connections, wanted, ms } = await drain(
      engine.address,
      { families, inviteesEach, perSecond },
      await bundleCases(),
    );
    const first = Math.min(...connections);
    const after = connections.map((at) => at - first);
    say(`  ${mails.length} of ${wanted} arrived, ${mails.length - new Set(mails).size} of them twice`);
    say(`  drained in ${(ms / 1000).toFixed(1)} s, ${((1000 * mails.length) / ms).toFixed(1)} a second`);
    say(
      `  half of them after ${(quantile(after, 0.5) / 1000).toFixed(1)} s; at most ${mostWithin(connections, 1_000)} connections in one second`,
    );
    if (mails.length !== wanted || new Set(mails).size !== wanted) process.exitCode = 1;
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
