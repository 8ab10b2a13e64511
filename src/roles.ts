// npm run roles: writes docs/roles.md, who may do what.
import { writeFileSync } from 'node:fs';
import { rolesPage } from './api/roles-page';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: npm run roles, or: node dist/src/roles.js FILE\n');
  process.exitCode = 2;
} else {
  writeFileSync(file, rolesPage());
  process.stderr.write(`${file} is written.\n`);
}
