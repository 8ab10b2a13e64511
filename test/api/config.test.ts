// What is wrong with the environment is said at the start, by the name of the variable.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, smtpServerOf } from '../../src/platform/config';
import { idsFrom } from '../../src/platform/identity';
import { loadKeys } from '../../src/platform/keys';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without any variable everything is on this machine', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    temporalAddress: undefined,
    databaseUrl: undefined,
    smtpUrl: undefined,
    host: '127.0.0.1',
  });
  expect(config.ports).toEqual({ api: 3000, temporal: 7233, ui: 8233, mailbox: 2525 });
  expect(config.keyFile).toBe(join(config.dataDir, 'keys.json'));
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' }).ports.api).toBe(3000);
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['TEMPORAL_ADDRESS', 'http://temporal'],
  ['DATABASE_URL', 'mysql://db/x'],
  ['SMTP_URL', 'mail.example.org'],
  ['AGENCY_EMAIL', 'Agency <a@example.org>'],
  ['NODE_ENV', 'staging'],
])('%s=%s is refused by its name, without its value', (name, value) => {
  let message = '';
  try {
    readConfig({ [name]: value });
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  expect(message).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect(message).not.toContain(value);
});

test('a program names every variable that it cannot do without', () => {
  expect(() => readConfig({}, ['TEMPORAL_ADDRESS', 'DATABASE_URL'])).toThrow(
    /TEMPORAL_ADDRESS must be set[^]*DATABASE_URL must be set/,
  );
});

test.each([
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false }],
  ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, secure: true }],
  [
    'smtp://us%40er:p%3Aw@mail.example.org',
    { host: 'mail.example.org', port: 587, secure: false, auth: { user: 'us@er', pass: 'p:w' } },
  ],
])('%s is that mail server', (url, server) => {
  expect(smtpServerOf(url)).toEqual(server);
});

test.each([
  [{ OIDC_ISSUER: 'https://login.example.org' }, /OIDC_AUDIENCE must be set/],
  [{ OIDC_AUDIENCE: 'casework' }, /OIDC_ISSUER must be set/],
  [{ OIDC_ISSUER: 'http://login.example.org', OIDC_AUDIENCE: 'casework' }, /OIDC_ISSUER must begin with https:/],
])('an issuer is named with its audience, and reached by https', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

test('request ids stay the same when a key is added, and differ with another key file', () => {
  const file = join(folder, 'keys.json');
  loadKeys(file);
  const before = idsFrom(file).entry('cw1', 'k');
  const content = JSON.parse(readFileSync(file, 'utf8')) as { current: string; keys: Record<string, string> };
  const rotated = { current: 'k-new', keys: { ...content.keys, 'k-new': Buffer.alloc(32, 9).toString('base64') } };
  writeFileSync(file, JSON.stringify(rotated));
  expect(idsFrom(file).entry('cw1', 'k')).toBe(before);
  expect(before).toMatch(/^e[0-9a-f]{40}$/);
  expect(idsFrom(join(folder, 'other.json')).entry('cw1', 'k')).not.toBe(before);
});

test('actor and key cannot be taken for one another', () => {
  const ids = idsFrom(join(folder, 'keys.json'));
  expect(ids.entry('a', 'bc')).not.toBe(ids.entry('ab', 'c'));
});
