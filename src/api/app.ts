// The HTTP application: what every request goes through, the routes (routes/index.ts), and what becomes of a fault.
import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { consoleRouter } from './console';
import { decidingRouter } from './deciding';
import type { Deps } from './deps';
import { invitedRouter } from './invited';
import { openApi } from './openapi';
import { handlerOf } from './operation';
import { notFound, Problem } from './problems';
import { receiptsRouter } from './receipts';
import { routes } from './routes';

const LARGEST_BODY = 256 * 1024;
const GATEWAY_SHARE = 10;

export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', deps.proxies);
  app.set('query parser', 'simple');
  app.use(withRequestId);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      // Only a server that is reached by https may say this; the proxy before it does.
      strictTransportSecurity: false,
    }),
  );
  // Before the limit for people: a gateway reports of a whole morning's texts in a minute.
  app.use('/gateway', limited(deps.requestsPerMinute * GATEWAY_SHARE), receiptsRouter(deps));
  app.use(limited(deps.requestsPerMinute));
  app.use(consoleRouter(deps));
  app.use('/answer', invitedRouter(deps));
  app.use('/sign-off', decidingRouter(deps));
  app.get('/openapi.json', (_request, response) => void response.json(openApi(routes, '/')));

  // As bytes: read-json.ts is stricter than the parser that express would use.
  const body = express.raw({ type: () => true, limit: LARGEST_BODY, inflate: false });
  for (const { method, path, operation } of routes) app[method](path, body, handlerOf(operation, deps));
  for (const [path, methods] of methodsByPath()) app.route(path).all(notAllowed(methods));
  app.use(() => {
    throw notFound();
  });
  app.use(faultsAsProblems(deps));
  return app;
}

const withRequestId: RequestHandler = (_request, response, next) => {
  response.set('X-Request-Id', randomUUID());
  next();
};

function limited(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new Problem('too-many-requests', 'Wait a moment.', [], { 'Retry-After': '30' });
    },
  });
}

function methodsByPath(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { method, path } of routes) found.set(path, [...(found.get(path) ?? []), method.toUpperCase()]);
  return found;
}

function notAllowed(methods: readonly string[]): RequestHandler {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  return () => {
    throw new Problem('method-not-allowed', `It takes ${allow}.`, [], { Allow: allow });
  };
}

function faultsAsProblems({ log }: Deps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = asProblem(error);
    const instance = String(response.get('X-Request-Id'));
    const codes = problem.errors.map((one) => one.code);
    // Neither the address (it names a case) nor what was sent.
    log({ event: 'problem', instance, method: request.method, status: problem.status, code: problem.code, codes });
    if (problem.code === 'internal-fault' && !(error instanceof Problem))
      log({ event: 'fault', instance, error: error instanceof Error ? (error.stack ?? error.name) : 'unknown' });
    response
      .status(problem.status)
      .set({ ...problem.headers, 'Cache-Control': 'no-store' })
      .type('application/problem+json')
      .send(JSON.stringify(problem.body(instance)));
  };
}

/** express and its body parser throw errors with a `type` or a `status` of their own. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    type?: unknown;
    status?: unknown;
  };
  if (type === 'entity.too.large') return new Problem('body-too-large', 'A body has at most 256 KB.');
  if (type === 'encoding.unsupported') return new Problem('unsupported-media-type', 'Send the body uncompressed.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Problem('bad-request', 'The request could not be read.');
  return new Problem(
    'internal-fault',
    'Nothing is known about what was done. Ask again with the same Idempotency-Key.',
  );
}
