// Where somebody who was invited answers. What every page that a letter opens has in common stands in ../linked.ts.
import type { Request, Router } from 'express';
import { answerPageWords, type AnswerPageWords } from '../../messaging/templates/answer-page';
import type { Deps } from '../deps';
import { linkedRouter, type Page } from '../linked';
import { choosePage } from './choose-page';
import { answerIn, readForm, timesIn, type Form } from './form';
import { openQuestion, proofIn, type OpenInvitation, type OpenSearch, type Proof } from './invitation';
import { wrongCodes } from './limits';
import { failedPage, invitationPage, notFromPage, startPage, tooOftenPage, type Marks } from './pages';
import { contentOf, recordAnswer, recordTimes, timesOf } from './record';

export function invitedRouter(deps: Deps): Router {
  const { answerLinks: links, answerLimits: limits } = deps;
  const formOf = (request: Request): Form => readForm(request.body);
  const proofOf = (request: Request): Proof | null => proofIn(formOf(request), links);
  return linkedRouter(deps, {
    start: (request, nonce) => startPage(wordsOf(request), nonce),
    nonceOf: (request) => formOf(request).nonce,
    proofOf: (request) => proofOf(request)?.hash ?? null,
    notFromPage: (request) => notFromPage(wordsOf(request)),
    tooOften: (request) => tooOftenPage(wordsOf(request)),
    failed: (request) => failedPage(wordsOf(request)),
    limits: (refuse) => [wrongCodes(limits, (request) => proofOf(request)?.by === 'code', refuse)],
    async answer(request) {
      const proof = proofOf(request);
      const question = proof && (await openQuestion(deps, proof));
      return proof && question ? answered(deps, proof, question, formOf(request)) : null;
    },
  });
}

/** The page says which language it was in; a first look goes by the link, then by the browser. */
function wordsOf(request: Request): AnswerPageWords {
  const asked = request.method === 'POST' ? readForm(request.body).l : request.query['l'];
  if (typeof asked === 'string' && asked !== '') return answerPageWords(asked);
  return answerPageWords(request.acceptsLanguages(['en', 'es']) || 'en');
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
