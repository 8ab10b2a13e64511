// Whether a text names an address, however it is written: capitals, commas, "St." and "Street", the number of a flat before or after.

const SHORT: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  road: 'rd',
  boulevard: 'blvd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  terrace: 'ter',
  circle: 'cir',
  highway: 'hwy',
  parkway: 'pkwy',
  square: 'sq',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
  apartment: 'apt',
  unit: 'apt',
  flat: 'apt',
  suite: 'ste',
  number: 'no',
};

/** What follows is behind the door. */
const INSIDE: ReadonlySet<string> = new Set(['apt', 'ste', 'no']);

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (word === '' ? [] : [SHORT[word] ?? word]));
}

/** House number and street: what of an address leads to a door. Without a number the first line. */
function doorOf(lines: readonly string[]): string[] {
  const parts = lines.flatMap((line) => line.split(','));
  const isDoor = (part: string): boolean =>
    /\d/.test(part) && /\p{L}/u.test(part) && !INSIDE.has(wordsOf(part)[0] ?? '');
  const words = wordsOf(parts.find(isDoor) ?? parts.find((part) => part.trim() !== '') ?? '');
  const flat = words.findIndex((word) => INSIDE.has(word));
  return flat > 1 ? words.slice(0, flat) : words;
}

export function namesAddress(text: string, address: readonly string[]): boolean {
  const door = doorOf(address);
  if (door.length === 0) return false;
  const words = wordsOf(text);
  return words.some((_, i) => door.every((word, k) => words[i + k] === word));
}
