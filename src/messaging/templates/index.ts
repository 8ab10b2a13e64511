// One entry per language. A person whose language is not here is written to in English; the letter asks about an interpreter.
import { en } from './en';
import type { Words } from './words';

const languages: Readonly<Record<string, Words>> = { en };

/** `es-MX` is written to in `es`. */
export function wordsFor(language: string): Words {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return (Object.hasOwn(languages, code) ? languages[code] : undefined) ?? en;
}

export const allWords: readonly Words[] = Object.values(languages);
