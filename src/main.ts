// The main job: everything in one process and one engine beside it, for a first look on one machine.
import { join } from 'node:path';
import { answerLinksFrom } from './platform/answer-links';
import { bundleCases } from './platform/worker-parts';
import { readConfig, smtpServerOf, type Config } from './platform/config';
import { ensureEngine, startEngine, type Engine } from './platform/engine';
import { stopLeftOver } from './platform/engine-pid-file';
import { refuseInProduction } from './platform/development-issuer';
import { loadKeys } from './platform/keys';
import { availablePort } from './platform/listen';
import { createMessenger } from './messaging/messenger';
import { openDevelopmentGateway } from './messaging/development-gateway';
import { openMailbox } from './messaging/mailbox';
import { startApi } from './processes/api-process';
import { firstRunPages } from './processes/first-run-pages';
import { greeting } from './processes/greeting';
import { createLog } from './processes/log';
import { developmentSignIn } from './processes/sign-in';
import { run, untilTold } from './processes/until-told';
import { startWorker } from './processes/worker-process';
import { loadSample, type SampleCase } from './sample';
import { sampleAgency, sampleStaff } from './sample/agency';
import { openStore } from './store/open';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig();
  // Refused before anything is started.
  refuseInProduction(config.production);
  const log = createLog('warn');
  const told = untilTold();
  const undo: (() => Promise<void>)[] = [];
  try {
    await start(config, log, undo, told);
  } finally {
    // The last started is the first stopped; the engine outlives whoever needs it.
    for (const step of undo.toReversed()) await step().catch((error: unknown) => log.error({ error }, 'stopping'));
  }
  say('Stopped. Everything is kept; start again and the cases go on.');
}

async function start(
  config: Config,
  log: ReturnType<typeof createLog>,
  undo: (() => Promise<void>)[],
  told: Promise<void>,
): Promise<void> {
  const keys = loadKeys(config.keyFile);
  const port = await chosen('API', config.ports.api);
  const url = config.publicUrl ?? `http://127.0.0.1:${port}`;

  const bundling = bundleCases();
  bundling.catch(() => undefined); // awaited below
  const engine =
    config.temporalAddress === undefined ? await ownEngine(config, `http://127.0.0.1:${port}/codec`) : null;
  if (engine) undo.push(() => engine.stop());
  const address = engine?.address ?? config.temporalAddress ?? '';

  const mailbox =
    config.smtpUrl === undefined
      ? await openMailbox({ dataDir: config.dataDir, port: await chosen('Mailbox', config.ports.mailbox) })
      : null;
  if (mailbox) undo.push(() => mailbox.close());
  // Beside a real mail server no text is made up.
  const texts = mailbox && config.sms === undefined ? await openDevelopmentGateway(config.dataDir) : null;
  if (texts) undo.push(() => texts.close());

  const store = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  undo.push(() => store.close());
  await sampleAgency(store);
  const empty = (await store.cases({})).length === 0;
  const signIn = await developmentSignIn(config, () => store.agency());
  undo.push(() => signIn.close());
  const tokenFor = (staff: string): Promise<string> => signIn.development.tokenFor(staff);

  const smtp = mailbox ? { host: mailbox.host, port: mailbox.port } : smtpServerOf(config.smtpUrl ?? '');
  const worker = await startWorker({
    address,
    namespace: config.temporalNamespace,
    keys,
    store,
    messenger: createMessenger({
      agency: config.agency,
      consoleUrl: url,
      smtp,
      sms: texts ?? config.sms,
      perSecond: config.mailsPerSecond,
    }),
    links: answerLinksFrom(config.keyFile, url),
    mailsPerSecond: config.mailsPerSecond,
    log,
    bundle: await bundling,
  });
  undo.push(() => worker.stop());

  // Whoever can reach the API from elsewhere would be anybody: only a browser on this machine may choose.
  const chooses = ['127.0.0.1', 'localhost', '::1'].includes(config.host);
  const links = {
    ...(engine ? { webUi: engine.uiUrl } : {}),
    ...(mailbox ? { mailbox: '/mailbox' } : {}),
    ...(chooses ? { users: sampleStaff } : {}),
  };
  const around = firstRunPages({ keys, mailbox, texts, webUi: engine?.uiUrl, signIn: chooses ? tokenFor : null });
  const receiptSecret = texts?.secret ?? config.smsWebhookSecret;
  const { identity } = signIn;
  const api = await startApi({ config, address, port, keys, store, identity, links, log, around, receiptSecret });
  undo.push(() => api.stop());
  texts?.reportTo(`http://127.0.0.1:${api.port}/gateway/receipts`);

  const sample: readonly SampleCase[] = empty
    ? await loadSample(`http://127.0.0.1:${api.port}`, tokenFor, Date.now())
    : [];
  say(await greeting({ config, url, address, store, token: await tokenFor('carla'), sample, mailbox, engine }));
  const engineGone = engine?.ended.then(() => 'The Temporal engine has ended.');
  const why = await Promise.race([told, worker.ended, ...(engineGone ? [engineGone] : [])]);
  say(`\n${why ?? 'Stopping ...'}`);
}

async function ownEngine(config: Config, codecEndpoint: string): Promise<Engine & { readonly binary: string }> {
  const binary = await ensureEngine({ progress: say });
  const dataDir = join(config.dataDir, 'engine');
  // One that was left behind by a killed run would hold the usual ports.
  await stopLeftOver(join(dataDir, 'temporal.pid'), join(dataDir, 'temporal.db'), 10_000);
  const engine = await startEngine({
    binary,
    dataDir,
    port: await chosen('Temporal', config.ports.temporal),
    uiPort: await chosen('Temporal Web UI', config.ports.ui),
    codecEndpoint,
  });
  return { ...engine, binary };
}

async function chosen(what: string, wanted: number): Promise<number> {
  const found = await availablePort(wanted);
  if (found !== wanted && wanted !== 0) say(`${what}: port ${wanted} is taken, using ${found}.`);
  return found;
}

run(main);
