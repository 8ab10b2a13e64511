// The API alone: TEMPORAL_ADDRESS and DATABASE_URL say where everything else is. It takes requests while Temporal is away.
import { readConfig } from './platform/config';
import { developmentTokens } from './platform/identity';
import { loadKeys } from './platform/keys';
import { startApi } from './processes/api-process';
import { firstRunPages } from './processes/first-run-pages';
import { createLog } from './processes/log';
import { run, untilTold } from './processes/until-told';
import { sampleAgency } from './sample/agency';
import { openStore } from './store/open';

async function main(): Promise<void> {
  const config = readConfig(process.env, ['TEMPORAL_ADDRESS', 'DATABASE_URL']);
  const log = createLog('info');
  const told = untilTold();
  const store = await openStore({ databaseUrl: config.databaseUrl });
  try {
    await sampleAgency(store);
    const staff = (await store.agency())?.staff ?? [];
    const tokens = developmentTokens(
      config.dataDir,
      staff.map((person) => person.id),
    );
    const keys = loadKeys(config.keyFile);
    const api = await startApi({
      config,
      address: config.temporalAddress ?? '',
      port: config.ports.api,
      keys,
      store,
      tokens: () => tokens,
      links: config.webUiUrl === undefined ? {} : { webUi: config.webUiUrl },
      log,
      receiptSecret: config.smsWebhookSecret,
      // Whoever reaches the codec reads every payload: in production another codec server, which asks who is reading, takes its place.
      ...(config.production ? {} : { around: firstRunPages({ keys, mailbox: null, webUi: config.webUiUrl }) }),
    });
    log.info({ port: api.port, tokens: `${config.dataDir}/tokens.json` }, 'API started');
    await told;
    await api.stop();
    log.info('API stopped');
  } finally {
    await store.close();
  }
}

run(main);
