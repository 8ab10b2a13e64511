// The issuer of the first run: it signs for this machine alone, and is verified like any other.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencySchema } from '../../src/domain/agency';
import { developmentToken, startDevelopmentIssuer } from '../../src/platform/development-issuer';
import { developmentSignIn } from '../../src/processes/sign-in';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'issuer-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const agency = async () =>
  agencySchema.parse({
    id: 'sample',
    zone: 'America/Chicago',
    staff: [{ id: 'carla', role: 'supervisor', unit: 'north', subject: 'other' }],
  });

test('it does not start in production', async () => {
  await expect(startDevelopmentIssuer({ dataDir: folder, production: true })).rejects.toThrow(/NODE_ENV=production/);
});

test('its key is made once, for its owner to read alone, and its tokens are good after a restart', async () => {
  const token = await developmentToken(folder, 'carla');
  expect(statSync(join(folder, 'issuer.json')).mode & 0o777).toBe(0o600);
  for (let start = 1; start <= 2; start += 1) {
    const signIn = await developmentSignIn({ dataDir: folder, production: false }, agency);
    expect(await signIn.identity.whoIs(`Bearer ${token}`)).toEqual({
      staffId: 'carla',
      role: 'supervisor',
      unit: 'north',
    });
    expect(await signIn.identity.whoIs(`Bearer ${await developmentToken(folder, 'other')}`)).toBeNull();
    await signIn.close();
  }
});

test('its tokens are good for twelve hours', async () => {
  const payload = (await developmentToken(folder, 'carla')).split('.')[1] ?? '';
  const { exp, iat } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number; iat: number };
  expect(exp - iat).toBe(12 * 3600);
});

test('it publishes the public half of its key, and no more', async () => {
  const issuer = await startDevelopmentIssuer({ dataDir: folder, production: false });
  const found = (await (await fetch(issuer.discovery)).json()) as { jwks_uri: string };
  const { keys } = (await (await fetch(found.jwks_uri)).json()) as { keys: readonly object[] };
  expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']]);
  await issuer.close();
});
