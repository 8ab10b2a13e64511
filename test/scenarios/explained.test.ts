// Every obligation of every scenario, at every look, explained: plain sentences, the event and the arithmetic behind the date, the
// reading where there is one, and last the sentences of the policy that ask for it.
import { explain } from '../../src/domain/explain';
import { programs, sources } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import { wrongWith } from '../support/explained';
import { readScenario, scenarioNames } from '../support/golden';

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
