// The worker process alone: TEMPORAL_ADDRESS, DATABASE_URL and SMTP_URL say where everything else is.
import { createMessenger } from './src/messaging/messenger';
import { answerLinksFrom } from './src/platform/answer-links';
import { readConfig, smtpServerOf } from './src/platform/config';
import { loadKeys } from './src/platform/keys';
import { createLog } from './src/processes/log';
import { run, untilTold } from './src/processes/until-told';
import { startWorker } from './src/processes/worker-process';
import { openStore } from './src/store/open';

async function main(): Promise<void> {
  const config = readConfig(process.env, ['TEMPORAL_ADDRESS', 'DATABASE_URL', 'SMTP_URL']);
  const log = createLog('info');
  const told = untilTold();
  const store = await openStore({ databaseUrl: config.databaseUrl });
  try {
    const url = config.publicUrl ?? `http://${config.host}:${config.ports.api}`;
    const worker = await startWorker({
      address: config.temporalAddress ?? '',
      namespace: config.temporalNamespace,
      keys: loadKeys(config.keyFile),
      store,
      messenger: createMessenger({
        agency: config.agency,
        consoleUrl: url,
        smtp: smtpServerOf(config.smtpUrl ?? ''),
        sms: config.sms,
        perSecond: config.mailsPerSecond,
      }),
      links: answerLinksFrom(config.keyFile, url),
      mailsPerSecond: config.mailsPerSecond,
      log,
    });
    log.info('worker started');
    await Promise.race([told, worker.ended]);
    await worker.stop();
    log.info('worker stopped');
  } finally {
    await store.close();
  }
}

run(main);
