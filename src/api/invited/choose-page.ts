// The page on which somebody marks which of several times would suit. It tells the times and his or her own answer: neither who
// else is asked, nor what anybody answered.
import { fullDate, timeWithZone } from '../../messaging/dates';
import { html, type Html } from '../../messaging/html';
import type { AnswerPageWords } from '../../messaging/templates/answer-page';
import type { TimeAnswer } from '../../domain/times';
import type { Form, Mistake } from './form';
import type { OpenSearch } from './invitation';
import { choice, FORMS, hidden, needsAsked, needsTold, noteAsked, shell, type Marks } from './pages';

interface Shown {
  readonly search: OpenSearch;
  readonly marks: Marks;
  /** After an answer was sent. */
  readonly says?: 'recorded' | 'kept' | 'otherStands';
  /** What was filled in, when something is wrong with it. */
  readonly wrong?: { readonly form: Form; readonly mistake: Mistake };
}

export function choosePage(words: AnswerPageWords, { search, marks, says, wrong }: Shown): string {
  const { proposal, given } = search;
  const time = (startsAt: string): string =>
    `${fullDate(startsAt, words.locale)}, ${timeWithZone({ startsAt, zone: proposal.zone }, words.locale)}`;
  const chosen = wrong ? wrong.form.slot : (given?.event.suits ?? []);
  const none = wrong ? wrong.form.none !== '' : given?.event.suits.length === 0;
  return shell(
    words,
    words.title,
    html`${says === undefined ? '' : html`<p role="status">${words[says]}</p>`}
      ${wrong === undefined ? '' : html`<p role="alert">${words[wrong.mistake]}</p>`}
      <dl>
        <dt>${words.howLong}</dt>
        <dd>${words.minutes(proposal.minutes)}</dd>
      </dl>
      ${given ? standing(words, given.event, time) : ''}
      <form method="post" action="${FORMS}" id="give">
        ${hidden('nonce', marks.nonce)}${hidden('l', words.language)}
        ${marks.token === '' ? hidden('code', marks.code) : hidden('token', marks.token)}
        <fieldset>
          <legend>${words.slotsQuestion}</legend>
          ${proposal.slots.map((slot) => choice('checkbox', 'slot', slot, time(slot), chosen.includes(slot)))}
          ${choice('checkbox', 'none', '1', words.noSlot, none)}
        </fieldset>
        ${needsAsked(words, wrong?.form.needs ?? given?.event.needs ?? [])}
        ${noteAsked(words, wrong?.form.note ?? given?.event.note ?? '')}
        <p><button type="submit" name="give" value="1">${words.send}</button></p>
        <p>${words.changeableSearch}</p>
      </form>`,
  );
}

function standing(words: AnswerPageWords, event: TimeAnswer, time: (slot: string) => string): Html {
  return html`<section id="answered">
    <h2>${words.answered}</h2>
    ${
      event.suits.length === 0
        ? html`<p><strong>${words.noSlot}</strong></p>`
        : html`<ul>
            ${event.suits.map((slot) => html`<li>${time(slot)}</li>`)}
          </ul>`
    }
    ${needsTold(words, event.needs)}
  </section>`;
}
