// A language in which nothing is spelled as in ours: whatever is still plain ASCII in a rendered message did not come from the
// phrases, and would have stayed English for a reader of any other language.
import { wordsOf } from '../../../src/messaging/templates';
import { en } from '../../../src/messaging/templates/en';
import type { Phrases } from '../../../src/messaging/templates/phrases';

const LOWER = 'áƀçðéƒĝĥíĵķļɱñóþɋŕšťúṽŵẋýž';
const UPPER = 'ÁɃÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŤÚṼŴẊÝŽ';

export const accented = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => {
    const at = letter.toLowerCase().charCodeAt(0) - 97;
    return (letter < 'a' ? UPPER : LOWER).charAt(at);
  });

/** Every phrase, and whatever a phrase makes of what is filled in: dates, times and lengths too. */
function wrapped(value: unknown): unknown {
  if (typeof value === 'string') return accented(value);
  if (Array.isArray(value)) return value.map(wrapped);
  if (typeof value === 'function')
    return (...filledIn: unknown[]): unknown => wrapped(Reflect.apply(value, undefined, filledIn));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wrapped(inner)]));
  return value;
}

// Same keys, each with a value of the same kind: it has the shape of the phrases.
const phrases = wrapped(en) as Phrases;
export const pseudo = wordsOf({ ...phrases, language: 'qps-ploc', direction: 'ltr' });
