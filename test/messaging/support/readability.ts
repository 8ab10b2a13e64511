// The Flesch-Kincaid grade: the school year in which most pupils read a text without help.

export function gradeLevel(text: string): number {
  // A line, a list item and a heading end a sentence as a full stop does.
  const sentences = text
    .split(/[.!?:]+(?:\s|$)|\n+/)
    .map((sentence) => sentence.match(/[a-z']+/gi) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without the silent e at the end: off by one for some words, right on average. */
function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (ending) => ending[0] ?? '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
