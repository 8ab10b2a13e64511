// To write the schema anew: ACCEPT_GOLDEN=1 npx jest test/scenarios/schema
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { format } from 'prettier';
import { scenarioJsonSchema } from '../../src/scenario/json-schema';
import { scenarioSchema } from '../../src/scenario/format';
import { scenarioNames } from '../support/golden';

const path = join(__dirname, '..', '..', 'docs', 'scenario.schema.json');
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
let valid: ValidateFunction;
beforeAll(() => {
  valid = ajv.compile(scenarioJsonSchema());
});
const raw = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'scenarios', `${name}.json`), 'utf8'));

test('docs/scenario.schema.json is what the program reads', async () => {
  const schema = scenarioJsonSchema();
  if (process.env['ACCEPT_GOLDEN'] === '1')
    writeFileSync(path, await format(JSON.stringify(schema, null, 2), { parser: 'json', printWidth: 120 }));
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test.each(scenarioNames())('%s is valid by the schema and by the program', (name) => {
  expect(valid(raw(name)) ? [] : valid.errors).toEqual([]);
  expect(scenarioSchema.safeParse(raw(name)).success).toBe(true);
});

test.each([
  ['an unknown field', { ...(raw('wa-first-and-next') as object), extra: 1 }],
  ['a moment without offset', { ...(raw('wa-first-and-next') as object), look: ['2026-01-03T10:00:00'] }],
  ['an unknown role', { ...(raw('wa-first-and-next') as object), participants: [{ id: 'p1', role: 'friend' }] }],
])('%s is refused by both', (_what, scenario) => {
  expect(valid(scenario)).toBe(false);
  expect(scenarioSchema.safeParse(scenario).success).toBe(false);
});
