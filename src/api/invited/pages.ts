// The pages on which an invitation is answered. Before the proof they tell nothing; after it day, time and place, and nothing about
// anybody else. They work without the script: then the code is typed.
import { fullDate, timeWithZone } from '../../messaging/dates';
import { html, type Html } from '../../messaging/html';
import { oneLine } from '../../messaging/clean';
import type { AnswerPageWords } from '../../messaging/templates/answer-page';
import type { Answer } from '../../domain/answers';
import { answerNeeds, invitationAnswers } from '../../domain/events';
import { page } from '../page';
import type { Form, Mistake } from './form';
import type { OpenInvitation } from './invitation';

const MOST_TIMES = 3;
/** Not the address of the page itself: from there a link to it would only change what stands behind the #, and load nothing. */
export const FORMS = '/answer/open';

/** What every form of the page bears. */
export interface Marks {
  readonly nonce: string;
  readonly token: string;
  readonly code: string;
}

export const shell = (words: AnswerPageWords, title: string, body: Html, scripts: readonly string[] = []): string =>
  page({
    title,
    language: words.language,
    scripts,
    body: html`<main>
      <h1>${title}</h1>
      ${body}
    </main>`,
  });

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** What everybody gets who opens the address: a person, a scanner, a preview. */
export function startPage(words: AnswerPageWords, nonce: string): string {
  const common = [hidden('nonce', nonce), hidden('l', words.language)];
  return shell(
    words,
    words.title,
    html`<form method="post" action="${FORMS}" id="with-link" hidden>
        <p>${words.withLink}</p>
        ${common}<input type="hidden" name="token" id="token" />
        <p><button type="submit">${words.open}</button></p>
      </form>
      <form method="post" action="${FORMS}" id="with-code">
        <p id="code-says">${words.withCode}</p>
        ${common}
        <p>
          <label for="code">${words.code}</label>
          <input
            id="code"
            name="code"
            required
            maxlength="20"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="code-says"
          />
          <button type="submit">${words.open}</button>
        </p>
        <p>${words.noCode}</p>
      </form>`,
    ['/assets/answer.js'],
  );
}

export interface Shown {
  readonly invitation: OpenInvitation;
  readonly marks: Marks;
  /** After an answer was sent. */
  readonly says?: 'recorded' | 'kept' | 'otherStands';
  /** What was filled in, when something is wrong with it. */
  readonly wrong?: { readonly form: Form; readonly mistake: Mistake };
}

export function invitationPage(words: AnswerPageWords, { invitation, marks, says, wrong }: Shown): string {
  const { meeting, given } = invitation;
  return shell(
    words,
    words.title,
    html`${says === undefined ? '' : html`<p role="status">${words[says]}</p>`}
      ${wrong === undefined ? '' : html`<p role="alert">${words[wrong.mistake]}</p>`}
      <dl>
        <dt>${words.when}</dt>
        <dd>${fullDate(meeting.startsAt, words.locale)}, ${timeWithZone(meeting, words.locale)}</dd>
        <dt>${words.howLong}</dt>
        <dd>${words.minutes(meeting.minutes)}</dd>
        <dt>${words.where}</dt>
        <dd>${meeting.place === null ? words.noPlace : oneLine(meeting.place)}</dd>
      </dl>
      ${given ? standing(words, given.event) : ''}
      <form method="post" action="${FORMS}" id="give">
        ${hidden('nonce', marks.nonce)}${hidden('l', words.language)}
        ${marks.token === '' ? hidden('code', marks.code) : hidden('token', marks.token)}
        ${questions(words, wrong?.form ?? filledIn(given?.event))}
        <p><button type="submit" name="give" value="1">${words.send}</button></p>
        <p>${words.changeable}</p>
      </form>`,
  );
}

type Filled = Pick<Form, 'answer' | 'needs' | 'time' | 'note'>;
const filledIn = (event: Answer | undefined): Filled => ({
  answer: event?.answer,
  needs: event?.needs ?? [],
  time: event?.proposed ?? [],
  note: event?.note ?? '',
});

function standing(words: AnswerPageWords, event: Answer): Html {
  return html`<section id="answered">
    <h2>${words.answered}</h2>
    <p><strong>${words.answers[event.answer]}</strong></p>
    ${needsTold(words, event.needs)}
    ${
      event.proposed
        ? html`<p>${words.proposed}:</p>
            <ul>
              ${event.proposed.map((time) => html`<li>${fullDate(time, words.locale)}, ${time.slice(11)}</li>`)}
            </ul>`
        : ''
    }
  </section>`;
}

export const choice = (kind: 'radio' | 'checkbox', name: string, value: string, says: string, on: boolean): Html =>
  html`<p>
    <label>
      <input type="${kind}" name="${name}" value="${value}" ${on ? html`checked` : ''} />
      ${says}
    </label>
  </p>`;

export const needsAsked = (words: AnswerPageWords, chosen: readonly string[]): Html =>
  html`<fieldset>
    <legend>${words.needsQuestion}</legend>
    ${answerNeeds.map((one) => choice('checkbox', 'needs', one, words.needs[one], chosen.includes(one)))}
  </fieldset>`;

export const needsTold = (words: AnswerPageWords, needs: Answer['needs']): Html | string =>
  needs && needs.length > 0
    ? html`<p>${words.asked}:</p>
        <ul>
          ${needs.map((need) => html`<li>${words.needs[need]}</li>`)}
        </ul>`
    : '';

export const noteAsked = (words: AnswerPageWords, note: string): Html =>
  html`<p>
    <label for="note">${words.note}</label><br />
    <textarea id="note" name="note" rows="4" cols="40" maxlength="1000">${note}</textarea>
  </p>`;

function questions(words: AnswerPageWords, filled: Filled): Html {
  return html`<fieldset>
      <legend>${words.question}</legend>
      ${invitationAnswers.map((one) => choice('radio', 'answer', one, words.answers[one], filled.answer === one))}
    </fieldset>
    ${needsAsked(words, filled.needs)}
    <fieldset>
      <legend>${words.timesQuestion}</legend>
      ${Array.from(
        { length: MOST_TIMES },
        (_, i) =>
          html`<p>
            <label for="time-${i}">${words.time(i + 1)}</label>
            <input type="datetime-local" id="time-${i}" name="time" value="${filled.time[i] ?? ''}" />
          </p>`,
      )}
    </fieldset>
    ${noteAsked(words, filled.note)}`;
}

/** One page for what is unknown, too old, revoked or not for this way: to the last byte the same. */
export const failedPage = (words: AnswerPageWords): string =>
  shell(
    words,
    words.failedTitle,
    html`<p>${words.failed}</p>
      <p><a href="/answer?l=${words.language}">${words.again}</a></p>`,
  );

export const notFromPage = (words: AnswerPageWords): string =>
  shell(words, words.failedTitle, html`<p>${words.notFromPage}</p>`);

export const tooOftenPage = (words: AnswerPageWords): string =>
  shell(words, words.failedTitle, html`<p>${words.tooOften}</p>`);
