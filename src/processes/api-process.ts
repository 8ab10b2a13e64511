// The API: listens, keeps its relay, and sees at its start that every unfinished case runs.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Express } from 'express';
import { createApp } from '../api/app';
import { temporalCaseloads } from '../api/caseloads';
import { temporalCases } from '../api/cases';
import type { Deps } from '../api/deps';
import { answerLimits } from '../api/invited/limits';
import { createReconsidering } from '../api/reconsidering';
import { createRelay } from '../api/relay';
import type { Config } from '../platform/config';
import { answerLinksFrom } from '../platform/answer-links';
import { idsFrom, type Identity } from '../platform/identity';
import type { Keys } from '../platform/keys';
import { webhookSecret } from '../platform/webhook-signature';
import { createPrinter } from '../messaging/messenger';
import { portOf } from '../platform/listen';
import { checkNow } from '../platform/integrity-client';
import { connectClient, dataConverterFor } from '../platform/temporal';
import { programs, sources } from '../programs';
import type { Store } from '../store/types';
import type { Logger } from './log';
import { keepCasesRunning } from './keep-running';

export interface ApiProcessOptions {
  readonly config: Config;
  readonly address: string;
  readonly port: number;
  readonly keys: Keys;
  readonly store: Store;
  readonly identity: Identity;
  readonly links: Deps['links'];
  readonly log: Logger;
  /** With which the gateway of text messages signs its reports. */
  readonly receiptSecret?: string | undefined;
  /** What stands before the API: pages of the first-run mode. */
  readonly around?: (api: Express) => Express;
}

export interface ApiProcess {
  readonly port: number;
  stop(): Promise<void>;
}

const DRAIN_MS = 10_000;

export async function startApi(options: ApiProcessOptions): Promise<ApiProcess> {
  const { config, store, log } = options;
  const dataConverter = dataConverterFor(options.keys);
  const temporal = { address: options.address, namespace: config.temporalNamespace, dataConverter };
  const cases = temporalCases(() => connectClient(temporal));
  const ids = idsFrom(config.keyFile);
  const deps: Deps = {
    store,
    cases,
    caseloads: temporalCaseloads(cases.client, (unit) => `caseload-${ids.derived('caseload', unit, 32)}`),
    identity: options.identity,
    integrity: { check: async (deadlineMs) => checkNow(await cases.client(), deadlineMs) },
    ids,
    programs,
    sources,
    now: Date.now,
    answerWithinMs: 5_000,
    log: ({ event, ...fields }) => (event === 'problem' ? log.info(fields, event) : log.error(fields, event)),
    links: options.links,
    requestsPerMinute: 1_200,
    answerLinks: answerLinksFrom(config.keyFile, config.publicUrl ?? `http://${config.host}:${options.port}`),
    answerLimits,
    proxies: config.proxies,
    receiptSecret: options.receiptSecret === undefined ? null : webhookSecret(options.receiptSecret),
    printed: createPrinter({
      agency: config.agency,
      consoleUrl: config.publicUrl ?? `http://${config.host}:${options.port}`,
    }),
  };
  const api = createApp(deps);
  const server = createServer(
    { maxHeaderSize: 16 * 1024, requestTimeout: 30_000, headersTimeout: 10_000 },
    options.around?.(api) ?? api,
  );
  server.listen(options.port, config.host);
  await once(server, 'listening');
  const relay = createRelay(deps);
  relay.start();
  const reconsidering = createReconsidering(deps);
  reconsidering.start();
  const keeping = keepCasesRunning({ deps, dataDir: config.dataDir });
  return {
    port: portOf(server),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await Promise.all([closed, keeping.stop(), relay.stop(), reconsidering.stop()]);
      clearTimeout(impatient);
      await cases.close();
    },
  };
}
