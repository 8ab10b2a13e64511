// One entry per language. A person whose language is not here is written to in English; the letter asks about an interpreter.
import { dutyLetters, digestIn } from './duty-letters';
import { en } from './en';
import { es } from './es';
import { meetingLetters } from './meeting-letters';
import type { Phrases } from './phrases';
import { textMessages } from './text-messages';
import type { Words } from './words';

export function wordsOf(phrases: Phrases): Words {
  const { language, direction, calendar, dates, paper } = phrases;
  return {
    language,
    direction,
    ...meetingLetters(phrases),
    ...dutyLetters(phrases),
    digest: digestIn(phrases),
    sms: textMessages(phrases),
    calendar,
    paper: { date: dates.fullDate, phone: paper.phone },
  };
}

const english = wordsOf(en);
const languages: Readonly<Record<string, Words>> = { en: english, es: wordsOf(es) };

/** `es-MX` is written to in `es`. */
export function wordsFor(language: string): Words {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return (Object.hasOwn(languages, code) ? languages[code] : undefined) ?? english;
}

export const allWords: readonly Words[] = Object.values(languages);
