// The API alone: TEMPORAL_ADDRESS and DATABASE_URL say where everything else is. It takes requests while Temporal is away.
import { readConfig } from './platform/config';
import { refuseInProduction } from './platform/development-issuer';
import { loadKeys } from './platform/keys';
import { startApi } from './processes/api-process';
import { firstAgency } from './processes/first-agency';
import { firstRunPages } from './processes/first-run-pages';
import { createLog } from './processes/log';
import { openSignIn } from './processes/sign-in';
import { run, untilTold } from './processes/until-told';
import { sampleAgency } from './sample/agency';
import { openStore } from './store/open';

async function main(): Promise<void> {
  const config = readConfig(process.env, ['TEMPORAL_ADDRESS', 'DATABASE_URL']);
  const log = createLog('info');
  const told = untilTold();
  // Refused before anything is started.
  if (config.oidc === undefined) refuseInProduction(config.production);
  const store = await openStore({ databaseUrl: config.databaseUrl });
  const signIn = await openSignIn(config, () => store.agency());
  try {
    await (config.oidc === undefined ? sampleAgency(store) : firstAgency(store, config));
    const keys = loadKeys(config.keyFile);
    const api = await startApi({
      config,
      address: config.temporalAddress ?? '',
      port: config.ports.api,
      keys,
      store,
      identity: signIn.identity,
      links: config.webUiUrl === undefined ? {} : { webUi: config.webUiUrl },
      log,
      receiptSecret: config.smsWebhookSecret,
      // Whoever reaches the codec reads every payload: in production another codec server, which asks who is reading, takes its place.
      ...(config.production
        ? {}
        : { around: firstRunPages({ keys, mailbox: null, webUi: config.webUiUrl, signIn: null }) }),
    });
    log.info({ port: api.port, issuer: config.oidc?.issuer ?? 'development' }, 'API started');
    await told;
    await api.stop();
    log.info('API stopped');
  } finally {
    await signIn.close();
    await store.close();
  }
}

run(main);
