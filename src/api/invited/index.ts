// Where somebody who was invited answers. To look changes nothing, however often and by whomever: links are followed by scanners
// and previews. What changes something is a form that was sent from our page, by a press of its button, with the proof in it.
import { urlencoded, Router, type Request, type RequestHandler, type Response } from 'express';
import { answerPageWords, type AnswerPageWords } from '../../messaging/templates/answer-page';
import type { Deps } from '../deps';
import { Problem } from '../problems';
import { choosePage } from './choose-page';
import { answerIn, readForm, timesIn, type Form } from './form';
import { openQuestion, proofIn, type OpenInvitation, type OpenSearch, type Proof } from './invitation';
import { perAddress, perInvitation, wrongCodes } from './limits';
import { failedPage, invitationPage, notFromPage, startPage, tooOftenPage, type Marks } from './pages';
import { contentOf, recordAnswer, recordTimes, timesOf } from './record';

const LARGEST_FORM = '16kb';
const METHODS = 'GET, HEAD, POST, OPTIONS';

export function invitedRouter(deps: Deps): Router {
  const { answerLinks: links, answerLimits: limits } = deps;
  const formOf = (request: Request): Form => readForm(request.body);
  const proofOf = (request: Request): Proof | null => proofIn(formOf(request), links);
  const refuse = (request: Request, response: Response): void =>
    void response
      .status(429)
      .type('html')
      .send(tooOftenPage(wordsOf(request)));

  const router = Router();
  router.use(headers);
  router
    .route(['/', '/open'])
    .get((request, response) => void response.type('html').send(startPage(wordsOf(request), links.nonce(deps.now()))))
    .options((_request, response) => void response.set('Allow', METHODS).status(204).end())
    .post(
      perAddress(limits, refuse),
      urlencoded({ extended: false, limit: LARGEST_FORM }),
      sentFromThePage(deps),
      perInvitation(limits, (request) => proofOf(request)?.hash ?? null, refuse),
      wrongCodes(limits, (request) => proofOf(request)?.by === 'code', refuse),
      async (request, response) => {
        const proof = proofOf(request);
        const question = proof && (await openQuestion(deps, proof));
        const answer = proof && question ? await answered(deps, proof, question, formOf(request)) : null;
        if (answer) response.status(answer.status).type('html').send(answer.page);
        else
          response
            .status(410)
            .type('html')
            .send(failedPage(wordsOf(request)));
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

/** The page says which language it was in; a first look goes by the link, then by the browser. */
function wordsOf(request: Request): AnswerPageWords {
  const asked = request.method === 'POST' ? readForm(request.body).l : request.query['l'];
  if (typeof asked === 'string' && asked !== '') return answerPageWords(asked);
  return answerPageWords(request.acceptsLanguages(['en', 'es']) || 'en');
}

/** 403 for what was not sent from our page: by another site, or by a program that only knows the address. */
function sentFromThePage({ answerLinks: links, now }: Deps): RequestHandler {
  return (request, response, next) => {
    if (isSameOrigin(request, links.origin) && links.isNonce(readForm(request.body).nonce, now())) return next();
    response
      .status(403)
      .type('html')
      .send(notFromPage(wordsOf(request)));
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

interface Page {
  readonly status: number;
  readonly page: string;
}

/** null: it does not open (any more). */
async function answered(
  deps: Deps,
  proof: Proof,
  question: OpenInvitation | OpenSearch,
  form: Form,
): Promise<Page | null> {
  const words = answerPageWords(question.person.language);
  const marks: Marks = { nonce: deps.answerLinks.nonce(deps.now()), token: form.token, code: form.code };
  return question.purpose === 'answer'
    ? toInvitation(deps, { proof, words, marks, form }, question)
    : toSearch(deps, { proof, words, marks, form }, question);
}

interface Sent {
  readonly proof: Proof;
  readonly words: AnswerPageWords;
  readonly marks: Marks;
  readonly form: Form;
}

async function toInvitation(
  deps: Deps,
  { proof, words, marks, form }: Sent,
  invitation: OpenInvitation,
): Promise<Page | null> {
  if (form.give === undefined && form.answer === undefined)
    return { status: 200, page: invitationPage(words, { invitation, marks }) };
  const said = answerIn(form);
  if (typeof said === 'string')
    return { status: 422, page: invitationPage(words, { invitation, marks, wrong: { form, mistake: said } }) };
  const outcome = await recordAnswer(deps, invitation, said, form.nonce);
  if (outcome === 'refused') return null;
  if (outcome === 'kept') return { status: 202, page: invitationPage(words, { invitation, marks, says: 'kept' }) };
  const now = await openQuestion(deps, proof);
  if (now?.purpose !== 'answer') return null;
  const stands = now.given !== null && contentOf(now.given.event) === contentOf(said);
  return {
    status: 200,
    page: invitationPage(words, { invitation: now, marks, says: stands ? 'recorded' : 'otherStands' }),
  };
}

async function toSearch(deps: Deps, { proof, words, marks, form }: Sent, search: OpenSearch): Promise<Page | null> {
  if (form.give === undefined) return { status: 200, page: choosePage(words, { search, marks }) };
  const said = timesIn(form, search.proposal.slots);
  if (typeof said === 'string')
    return { status: 422, page: choosePage(words, { search, marks, wrong: { form, mistake: said } }) };
  const outcome = await recordTimes(deps, search, said, form.nonce);
  if (outcome === 'refused') return null;
  if (outcome === 'kept') return { status: 202, page: choosePage(words, { search, marks, says: 'kept' }) };
  const now = await openQuestion(deps, proof);
  if (now?.purpose !== 'choose-time') return null;
  const stands = now.given !== null && timesOf(now.given.event) === timesOf(said);
  return { status: 200, page: choosePage(words, { search: now, marks, says: stands ? 'recorded' : 'otherStands' }) };
}
