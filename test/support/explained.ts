// What is wrong with an explanation, as a reader would find it.
import type { Obligation } from '../../src/domain/obligation';

/** What a person should not have to read: a value that is missing, the inside of a program, a name of a field. */
const NOT_FOR_PEOPLE = /undefined|NaN|null|\[object|[{}]|\b[a-z]+[A-Z][a-z]+(?![a-zA-Z]*, the policy| *;|\))/;

/** Plain sentences, the event and the arithmetic behind the date, the reading where there is one, and last the sentences of the policy
 *  that ask for it. */
export function wrongWith(o: Obligation, lines: readonly string[]): string[] {
  const cited = lines.slice(-o.cites.length);
  const dated = o.due === null || lines.some((line) => / is \d{4}-\d{2}-\d{2}|: \d{4}-\d{2}-\d{2}/.test(line));
  return [
    ...lines.filter((line) => !/^[A-Z0-9].*[.?!]$/s.test(line)).map((line) => `no sentence: ${line}`),
    ...lines
      .map((line) => line.replaceAll(/\(event [^)]*\)|agency setting,? \w+/g, ''))
      .filter((line) => NOT_FOR_PEOPLE.test(line))
      .map((line) => `not for people: ${line}`),
    ...(dated ? [] : ['a date without its arithmetic']),
    ...(o.reading === undefined || lines.includes(`Reading: ${o.reading}`) ? [] : ['the reading is missing']),
    ...o.cites.filter((id, i) => !cited[i]?.startsWith(`${id}, `)).map((id) => `${id} is not cited`),
    ...cited.filter((line) => !/\(line \d+\): \S/.test(line)).map((line) => `cites no sentence: ${line}`),
  ];
}
