// How hard a text is to read, by the measures that agencies use for letters to families.

/** A line, a list item and a heading end a sentence as a full stop does. */
export function sentencesOf(text: string): string[][] {
  return text
    .split(/[.!?:]+(?:\s|$)|\n+/)
    .map((sentence) => sentence.match(/[\p{L}']+/gu) ?? [])
    .filter((words) => words.length > 0);
}

export function wordsPerSentence(text: string): number {
  const sentences = sentencesOf(text);
  return sentences.flat().length / sentences.length;
}

/** Flesch and Kincaid, English: the school year in which most pupils read a text without help. */
export function gradeLevel(text: string): number {
  return 0.39 * wordsPerSentence(text) + 11.8 * syllablesPerWord(text, englishSyllables) - 15.59;
}

/** Fernández Huerta, Spanish: 100 is the easiest; 70 and more is easy, fit for people with six years of school. */
export function lecturability(text: string): number {
  return 206.84 - 60 * syllablesPerWord(text, spanishSyllables) - 1.02 * wordsPerSentence(text);
}

function syllablesPerWord(text: string, count: (word: string) => number): number {
  const words = sentencesOf(text).flat();
  return words.reduce((sum, word) => sum + count(word), 0) / words.length;
}

/** Groups of vowels, without the silent e at the end: off by one for some words, right on average. */
function englishSyllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (ending) => ending[0] ?? '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/** By the rules of Spanish spelling: two strong vowels are two syllables, a weak one beside a vowel is one with it unless accented. */
export function spanishSyllables(word: string): number {
  const sounds = word
    .toLowerCase()
    .replace(/([qg])u(?=[eiéí])/g, '$1')
    .replace(/ü/g, 'u')
    // A y is a vowel at the end of a word and when it is one.
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const nuclei = sounds.match(/[iu]?[aeoáéó][iu]?|[íú]|[iu]+/g);
  return Math.max(1, nuclei?.length ?? 0);
}
