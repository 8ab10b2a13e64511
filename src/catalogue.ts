// npm run catalogue: writes docs/messages.md, every message that the system can send.
import { writeFileSync } from 'node:fs';
import { catalogue } from './messaging/catalogue';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: npm run catalogue, or: node dist/src/catalogue.js FILE\n');
  process.exitCode = 2;
} else {
  writeFileSync(file, catalogue());
  process.stderr.write(`${file} is written.\n`);
}
