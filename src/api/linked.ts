// What every page has in common that is opened by a link of a letter. To look changes nothing, however often and by whomever: links
// are followed by scanners and previews. What changes something is a form that was sent from our page, by a press of its button.
import { Router, urlencoded, type Request, type RequestHandler, type Response } from 'express';
import type { Deps } from './deps';
import { perAddress, perInvitation } from './invited/limits';
import { Problem } from './problems';

const LARGEST_FORM = '16kb';
const METHODS = 'GET, HEAD, POST, OPTIONS';

export interface Page {
  readonly status: number;
  readonly page: string;
}

export interface LinkedPage {
  /** What everybody gets who opens the address. */
  start(request: Request, nonce: string): string;
  nonceOf(request: Request): string;
  /** The hash of what was sent as proof, whether or not it is any good; null: nothing that could be one. */
  proofOf(request: Request): string | null;
  notFromPage(request: Request): string;
  tooOften(request: Request): string;
  /** One page for what is unknown, too old, revoked or used: to the last byte the same. */
  failed(request: Request): string;
  /** null: it does not open (any more). */
  answer(request: Request): Promise<Page | null>;
  /** Further limits on what is sent. */
  readonly limits?: (refuse: (request: Request, response: Response) => void) => readonly RequestHandler[];
}

export function linkedRouter(deps: Deps, page: LinkedPage): Router {
  const send = (response: Response, status: number, text: string): void =>
    void response.status(status).type('html').send(text);
  const refuse = (request: Request, response: Response): void => send(response, 429, page.tooOften(request));
  const router = Router();
  router.use(headers);
  router
    .route(['/', '/open'])
    .get((request, response) => send(response, 200, page.start(request, deps.answerLinks.nonce(deps.now()))))
    .options((_request, response) => void response.set('Allow', METHODS).status(204).end())
    .post(
      perAddress(deps.answerLimits, refuse),
      urlencoded({ extended: false, limit: LARGEST_FORM }),
      sentFromThePage(deps, page),
      perInvitation(deps.answerLimits, (request) => page.proofOf(request), refuse),
      ...(page.limits?.(refuse) ?? []),
      async (request, response) => {
        const answer = await page.answer(request);
        if (answer) send(response, answer.status, answer.page);
        else send(response, 410, page.failed(request));
      },
    )
    .all(() => {
      throw new Problem('method-not-allowed', `It takes ${METHODS}.`, [], { Allow: METHODS });
    });
  return router;
}

const headers: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    // With no-referrer, which the rest of the program uses, browsers would not say from which origin a form was sent.
    'Referrer-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
  });
  next();
};

/** 403 for what was not sent from our page: by another site, or by a program that only knows the address. */
function sentFromThePage({ answerLinks: links, now }: Deps, page: LinkedPage): RequestHandler {
  return (request, response, next) => {
    if (isSameOrigin(request, links.origin) && links.isNonce(page.nonceOf(request), now())) return next();
    response.status(403).type('html').send(page.notFromPage(request));
  };
}

function isSameOrigin(request: Request, own: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = request.get('Origin');
  if (origin === undefined) return site === 'same-origin';
  if (origin === own) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('Host');
}
