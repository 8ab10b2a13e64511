// Where somebody who was asked for a decision gives it, by the link of the letter. It works once: what is decided waits no more.
import type { Request, Router } from 'express';
import { decisionPageWords, type DecisionPageWords } from '../../messaging/templates/decision-page';
import { isToken } from '../../platform/answer-links';
import type { Deps } from '../deps';
import { linkedRouter, type Page } from '../linked';
import { decisionIn, readForm, type Form } from './form';
import { failedPage, notFromPage, requestPage, saidPage, startPage, tooOftenPage } from './pages';
import { recordDecision } from './record';
import { openRequest } from './request';

export function decidingRouter(deps: Deps): Router {
  const formOf = (request: Request): Form => readForm(request.body);
  return linkedRouter(deps, {
    start: (request, nonce) => startPage(wordsOf(request), nonce),
    nonceOf: (request) => formOf(request).nonce,
    proofOf: (request) => {
      const { token } = formOf(request);
      return isToken(token) ? deps.answerLinks.hashOf(token) : null;
    },
    notFromPage: (request) => notFromPage(wordsOf(request)),
    tooOften: (request) => tooOftenPage(wordsOf(request)),
    failed: (request) => failedPage(wordsOf(request)),
    answer: (request) => decided(deps, formOf(request)),
  });
}

function wordsOf(request: Request): DecisionPageWords {
  const asked = request.method === 'POST' ? readForm(request.body).l : request.query['l'];
  if (typeof asked === 'string' && asked !== '') return decisionPageWords(asked);
  return decisionPageWords(request.acceptsLanguages(['en', 'es']) || 'en');
}

/** Meanwhile somebody else decided, or it is no longer wanted of this person: the same as a link that never was. */
const OVER: ReadonlySet<string> = new Set([
  'decided',
  'withdrawn',
  'unknown-request',
  'own-request',
  'not-approver',
  'has-interest',
  'finished',
]);

async function decided(deps: Deps, form: Form): Promise<Page | null> {
  const request = await openRequest(deps, form.token);
  if (!request) return null;
  const words = decisionPageWords(request.person.language);
  const nonce = deps.answerLinks.nonce(deps.now());
  if (form.give === undefined && form.decision === undefined)
    return { status: 200, page: requestPage(words, { request, nonce, form }) };
  const given = decisionIn(form);
  if (typeof given === 'string')
    return { status: 422, page: requestPage(words, { request, nonce, form, mistake: given }) };
  const outcome = await recordDecision(deps, request, given, form.nonce);
  if (outcome === 'recorded') return { status: 200, page: saidPage(words, words.recorded[given.decision]) };
  if (outcome === 'kept') return { status: 202, page: saidPage(words, words.kept) };
  if (outcome.some(({ code }) => OVER.has(code))) return null;
  return { status: 422, page: requestPage(words, { request, nonce, form, unmet: outcome }) };
}
