// The pages on which a request is decided. Before the proof they tell nothing; after it what is asked, by whom and on what ground; the
// record itself stands in the case, behind a sign-in.
import { signOffDecisions } from '../../domain/events';
import { iso } from '../../domain/calendar';
import type { Unmet } from '../../domain/unmet';
import { fullDate } from '../../messaging/dates';
import { html, type Html } from '../../messaging/html';
import type { DecisionPageWords } from '../../messaging/templates/decision-page';
import { page } from '../page';
import type { Form, Mistake } from './form';
import type { OpenRequest } from './request';

/** Not the address of the page itself: from there a link to it would only change what stands behind the #, and load nothing. */
const FORMS = '/sign-off/open';

const shell = (words: DecisionPageWords, title: string, body: Html, scripts: readonly string[] = []): string =>
  page({
    title,
    language: words.language,
    scripts,
    body: html`<main>
      <h1>${title}</h1>
      ${body}
    </main>`,
  });

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

/** What everybody gets who opens the address: a person, a scanner, a preview. */
export function startPage(words: DecisionPageWords, nonce: string): string {
  return shell(
    words,
    words.title,
    html`<form method="post" action="${FORMS}" id="with-link" hidden>
        <p>${words.withLink}</p>
        ${hidden('nonce', nonce)}${hidden('l', words.language)}<input type="hidden" name="token" id="token" />
        <p><button type="submit">${words.open}</button></p>
      </form>
      <p id="with-code">${words.noLink}</p>`,
    ['/assets/answer.js'],
  );
}

export interface Asked {
  readonly request: OpenRequest;
  readonly nonce: string;
  readonly form: Form;
  readonly mistake?: Mistake;
  /** What keeps the decision from being recorded. */
  readonly unmet?: readonly Unmet[];
}

export function requestPage(words: DecisionPageWords, { request, nonce, form, mistake, unmet = [] }: Asked): string {
  const { obligation: o, asked, link } = request;
  const date = (d: number): string => fullDate(iso(d), words.locale);
  return shell(
    words,
    words.title,
    html`${mistake === undefined ? '' : html`<p role="alert">${words[mistake]}</p>`}
      ${
        unmet.length === 0
          ? ''
          : html`<div role="alert">
              <p>${words.notYet}</p>
              <ul>
                ${unmet.map((one) => html`<li>${one.says} ${one.mend ?? ''} ${one.cites.join(', ')}</li>`)}
              </ul>
            </div>`
      }
      <dl>
        <dt>${words.what}</dt>
        <dd>${o.says}</dd>
        <dt>${words.source}</dt>
        <dd>${o.cites.join(', ')}</dd>
        <dt>${words.askedBy}</dt>
        <dd>${request.asker}</dd>
        <dt>${words.askedOn}</dt>
        <dd>${date(asked.on)}</dd>
        ${
          o.due === null
            ? ''
            : html`<dt>${words.due}</dt>
                <dd>${date(o.due)}</dd>`
        }
        <dt>${words.case}</dt>
        <dd><a href="/cases/${encodeURIComponent(link.caseId)}">${link.caseId}</a></dd>
      </dl>
      <p>${words.look}</p>
      <form method="post" action="${FORMS}" id="give">
        ${hidden('nonce', nonce)}${hidden('l', words.language)}${hidden('token', form.token)}
        <fieldset>
          <legend>${words.question}</legend>
          ${signOffDecisions.map(
            (one) =>
              html`<p>
                <label>
                  <input type="radio" name="decision" value="${one}" ${form.decision === one ? html`checked` : ''} />
                  ${words.decisions[one]}
                </label>
              </p>`,
          )}
        </fieldset>
        <p>
          <label for="missing">${words.missing}</label><br />
          <textarea id="missing" name="missing" rows="4" cols="40" maxlength="4000">${form.missing}</textarea>
        </p>
        <p>
          <label for="reason">${words.reason}</label><br />
          <textarea id="reason" name="reason" rows="4" cols="40" maxlength="4000">${form.reason}</textarea>
        </p>
        <p><button type="submit" name="give" value="1">${words.send}</button></p>
        <p>${words.once}</p>
      </form>`,
  );
}

export const saidPage = (words: DecisionPageWords, says: string): string =>
  shell(words, words.title, html`<p role="status">${says}</p>`);

/** One page for what is unknown, too old, revoked, used or somebody else's: to the last byte the same. */
export const failedPage = (words: DecisionPageWords): string =>
  shell(words, words.failedTitle, html`<p>${words.failed}</p>`);

export const notFromPage = (words: DecisionPageWords): string =>
  shell(words, words.failedTitle, html`<p>${words.notFromPage}</p>`);

export const tooOftenPage = (words: DecisionPageWords): string =>
  shell(words, words.failedTitle, html`<p>${words.tooOften}</p>`);
