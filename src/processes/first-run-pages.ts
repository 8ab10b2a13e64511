// Beside the API, on loopback only: the development mailbox, the codec that lets the Web UI show what a case holds, and the choice
// of one of the sample staff.
import express, { type Express, type RequestHandler } from 'express';
import type { DevelopmentGateway } from '../messaging/development-gateway';
import type { Mailbox } from '../messaging/mailbox';
import { mailboxRouter } from '../messaging/mailbox-pages';
import { createCodec } from '../platform/codec';
import { codecHandler } from '../platform/codec-server';
import type { Keys } from '../platform/keys';

export interface FirstRunPagesOptions {
  readonly keys: Keys;
  readonly mailbox: Mailbox | null;
  readonly texts?: DevelopmentGateway | null;
  readonly webUi: string | undefined;
  /** null: nobody may choose. */
  readonly signIn: ((staff: string) => Promise<string>) | null;
}

export function firstRunPages({
  keys,
  mailbox,
  texts,
  webUi,
  signIn,
}: FirstRunPagesOptions): (api: Express) => Express {
  return (api) => {
    const app = express();
    app.disable('x-powered-by');
    app.use(['/mailbox', '/codec', '/sign-in'], onThisMachine);
    if (mailbox)
      app.use(
        '/mailbox',
        mailboxRouter(mailbox, () => texts?.list() ?? []),
      );
    if (webUi !== undefined)
      app.use('/codec', codecHandler(createCodec(keys), { origins: [webUi, webUi.replace('127.0.0.1', 'localhost')] }));
    if (signIn)
      app.post('/sign-in/:staff', async (request, response) => {
        response.set('Cache-Control', 'no-store').json({ token: await signIn(request.params.staff) });
      });
    app.use(api);
    return app;
  };
}

// A page of another site that has its name point to this machine would otherwise be served as if it were ours.
const onThisMachine: RequestHandler = (request, response, next) => {
  if (['127.0.0.1', 'localhost', '[::1]', '::1'].includes(request.hostname)) return next();
  response.status(403).type('text').send('Only under 127.0.0.1 or localhost.');
};
