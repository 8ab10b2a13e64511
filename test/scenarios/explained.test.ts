// Every obligation of every scenario, at every look, explained: plain sentences, the event and the arithmetic behind the date, the
// reading where there is one, and last the sentences of the policy that ask for it.
import { explain } from '../../src/domain/explain';
import type { Obligation } from '../../src/domain/obligation';
import { programs, sources } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import { readScenario, scenarioNames } from '../support/golden';

/** What a person should not have to read: a value that is missing, the inside of a program, a name of a field. */
const NOT_FOR_PEOPLE = /undefined|NaN|null|\[object|[{}]|\b[a-z]+[A-Z][a-z]+(?![a-zA-Z]*, the policy| *;|\))/;

function wrongWith(o: Obligation, lines: readonly string[]): string[] {
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

test.each(scenarioNames())('%s', (name) => {
  const wrong = new Set<string>();
  let explained = 0;
  simulate(readScenario(name), programs, (_at, { obligations }) => {
    for (const o of obligations) {
      explained += 1;
      for (const what of wrongWith(o, explain(o, sources))) wrong.add(`${o.program}/${o.duty}: ${what}`);
    }
  });
  expect([...wrong]).toEqual([]);
  expect(explained).toBeGreaterThan(3);
});
