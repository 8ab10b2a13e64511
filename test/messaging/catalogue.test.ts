// The catalogue of messages in docs/ is what the words say today.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/messaging/catalogue';
import { allWords } from '../../src/messaging/templates';

test('docs/messages.md is what `npm run catalogue` writes', () => {
  expect(readFileSync(join(__dirname, '../../docs/messages.md'), 'utf8')).toBe(catalogue());
});

test('each message is there in each language, with its text message, calendar and paper', () => {
  const text = catalogue();
  const count = (part: string | RegExp): number => text.split(part).length - 1;
  expect(count(/^## /m)).toBe(13);
  expect(count(/^### .*: English$/m)).toBe(count(/^### .*: Spanish$/m));
  expect(count('As a text message')).toBe(7 * allWords.length);
  expect(count('On paper, ')).toBe(6 * allWords.length);
  expect(count('METHOD: REQUEST')).toBe(2 * allWords.length);
  expect(count('METHOD: CANCEL')).toBe(allWords.length);
});

test('it links to its own headings', () => {
  const text = catalogue();
  const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title!.toLowerCase().replaceAll(' ', '-'));
  expect([...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor)).toEqual(headings);
});
