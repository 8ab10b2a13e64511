// T21: only an access token of our issuer, for us, in its time, signed with one of its keys, says who somebody is.
import { createHmac, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import fc from 'fast-check';
import { agencySchema, type AgencyData } from '../../src/domain/agency';
import { IssuerAway, type Identity } from '../../src/platform/identity';
import { portOf } from '../../src/platform/listen';
import { oidcIdentity } from '../../src/platform/oidc';
import { startIssuer, type Issuer, type Signing } from './support/issuer';

const agency: AgencyData = agencySchema.parse({
  id: 'agency',
  zone: 'America/Chicago',
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'north', subject: 'sub-1' },
    { id: 'gone', role: 'caseworker', unit: 'north', subject: 'sub-2', active: false },
    { id: 'twin-1', role: 'caseworker', unit: 'north', subject: 'sub-3' },
    { id: 'twin-2', role: 'supervisor', unit: 'north', subject: 'sub-3' },
    { id: 'sub-4', role: 'supervisor', unit: 'north' },
  ],
});

let issuer: Issuer;
let other: Issuer;
let identity: Identity;
const identityOf = (over: { tokenType?: string } = {}): Identity =>
  oidcIdentity({
    issuer: issuer.name,
    audience: 'casework',
    agency: async () => agency,
    isSubject: (person, sub) => person.subject === sub,
    ...over,
  });
beforeAll(async () => {
  [issuer, other] = await Promise.all([startIssuer(), startIssuer()]);
  identity = identityOf();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await issuer.close();
  await other.close();
});

const who = (token: string, by = identity) => by.whoIs(`Bearer ${token}`);
const now = (): number => Math.floor(Date.now() / 1000);
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['RS256', 'rsa'],
  ['ES256', 'ec'],
  ['EdDSA', 'ed'],
] as const)('a token signed by %s says who somebody is: subject -> member of staff', async (alg, kid) => {
  const token = await issuer.token({}, { alg, key: issuer.keys[kid].privateKey, head: { kid } });
  expect(await who(token)).toEqual({ staffId: 'cw1', role: 'caseworker', unit: 'north' });
});

test('clocks may differ by a minute, and no more', async () => {
  expect(await who(await issuer.token({ exp: now() - 50 }))).not.toBeNull();
  expect(await who(await issuer.token({ exp: now() - 70 }))).toBeNull();
  expect(await who(await issuer.token({ nbf: now() + 50 }))).not.toBeNull();
  expect(await who(await issuer.token({ nbf: now() + 70 }))).toBeNull();
});

/** Name -> a token that must be worth nothing. */
const forged: Readonly<Record<string, () => Promise<string>>> = {
  'no signature (none)': async () =>
    `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64({ iss: issuer.name, aud: 'casework', sub: 'sub-1', iat: now(), exp: now() + 600 })}.`,
  'None in capitals': async () =>
    (await issuer.token()).replace(/^[^.]+/, base64({ alg: 'NONE', typ: 'at+jwt', kid: 'rsa' })),
  'HS256 with the public key for a secret': async () => {
    const head = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: 'rsa' })}.${(await issuer.token()).split('.')[1]}`;
    const secret = issuer.keys.rsa.publicKey.export({ type: 'spki', format: 'pem' });
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  },
  'HS256 with an empty secret': async () => {
    const head = `${base64({ alg: 'HS256', typ: 'at+jwt' })}.${(await issuer.token()).split('.')[1]}`;
    return `${head}.${createHmac('sha256', '').update(head).digest('base64url')}`;
  },
  PS256: () => signed({ alg: 'PS256' }),
  RS512: () => signed({ alg: 'RS512' }),
  'signed by the key of another issuer': () => signed({ key: other.keys.rsa.privateKey }),
  'a token of another issuer': () => other.token(),
  'signed by a key of another kind than it names': () => signed({ alg: 'ES256', key: issuer.keys.ec.privateKey }),
  expired: () => issuer.token({ exp: now() - 3600 }),
  'without an end': () => issuer.token({ exp: undefined }),
  'not valid yet': () => issuer.token({ nbf: now() + 3600 }),
  'issued in the future': () => issuer.token({ iat: now() + 3600 }),
  'issued long ago, with an end in ten years': () => issuer.token({ iat: now() - 90_000, exp: now() + 315_360_000 }),
  'without the time of its issue': () => issuer.token({ iat: undefined }),
  'for another audience': () => issuer.token({ aud: 'payroll' }),
  'for several others': () => issuer.token({ aud: ['payroll', 'casework-2'] }),
  'without an audience': () => issuer.token({ aud: undefined }),
  'another issuer in its text': () => issuer.token({ iss: `${issuer.name}/other` }),
  'the name of the issuer with a slash': () => issuer.token({ iss: `${issuer.name}/` }),
  'without an issuer': () => issuer.token({ iss: undefined }),
  'without a subject': () => issuer.token({ sub: undefined }),
  'a subject that is no text': () => issuer.token({ sub: 1 }),
  'an end that is no number': () => issuer.token({ exp: '9999999999' }),
  'an ID token by its type': () => signed({ head: { typ: 'JWT' } }),
  'a token without a type': () => signed({ head: { typ: undefined } }),
  'an ID token by its nonce': () => issuer.token({ nonce: 'n' }),
  'an ID token by at_hash': () => issuer.token({ at_hash: 'x' }),
  'a key that is not known': () => signed({ head: { kid: 'unknown' } }),
  'an extension that must be understood': async () => {
    const head = base64({ alg: 'RS256', typ: 'at+jwt', kid: 'rsa', crit: ['urn:example'], 'urn:example': 1 });
    const text = `${head}.${(await issuer.token()).split('.')[1]}`;
    return `${text}.${sign('sha256', Buffer.from(text), issuer.keys.rsa.privateKey).toString('base64url')}`;
  },
  'somebody whom the directory does not know': () => issuer.token({ sub: 'sub-9' }),
  'somebody who is no longer active': () => issuer.token({ sub: 'sub-2' }),
  'a subject that two people have': () => issuer.token({ sub: 'sub-3' }),
  'a subject that is the id of somebody without one': () => issuer.token({ sub: 'sub-4' }),
  'a payload that was changed': async () => {
    const [head, , signature] = (await issuer.token()).split('.');
    return `${head}.${base64({ iss: issuer.name, aud: 'casework', sub: 'sub-1', iat: now(), exp: now() + 6_000 })}.${signature}`;
  },
  'a signature cut off': async () => (await issuer.token()).replace(/\.[^.]*$/, '.'),
  'no token': async () => 'abc',
  'five parts': async () => 'a.b.c.d.e',
};
const signed = (signing: Signing): Promise<string> => issuer.token({}, signing);

test.each(Object.keys(forged))('%s: nobody', async (name) => {
  expect(await who((await forged[name]?.()) ?? '')).toBeNull();
});

test('where the head says the keys lie (jku, x5u, jwk) is not read: nobody, and nothing is fetched there', async () => {
  let asked = 0;
  const trap = createServer((_request, response) => {
    asked += 1;
    response.end(JSON.stringify({ keys: [{ ...other.keys.rsa.publicKey.export({ format: 'jwk' }), kid: 'mine' }] }));
  }).listen(0, '127.0.0.1');
  await once(trap, 'listening');
  const place = `http://127.0.0.1:${portOf(trap)}/jwks`;
  const key = other.keys.rsa.privateKey;
  const jwk = other.keys.rsa.publicKey.export({ format: 'jwk' });
  for (const head of [{ jku: place }, { x5u: place }, { jwk }, { jku: place, kid: 'mine' }, { jwk, kid: undefined }])
    expect(await who(await signed({ key, head }))).toBeNull();
  expect(asked).toBe(0);
  trap.close();
});

test('tokens with unknown keys make the keys be fetched at most once a minute, and a known key is taken meanwhile', async () => {
  const fresh = identityOf();
  const before = issuer.fetched();
  expect(await who(await issuer.token(), fresh)).not.toBeNull();
  expect(issuer.fetched()).toBe(before + 1);
  const flood = await Promise.all(Array.from({ length: 60 }, (_, i) => signed({ head: { kid: `unknown-${i}` } })));
  for (const token of flood) expect(await who(token, fresh)).toBeNull();
  expect(issuer.fetched()).toBe(before + 1);
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
  for (const token of flood.slice(0, 20)) expect(await who(token, fresh)).toBeNull();
  expect(issuer.fetched()).toBe(before + 2);
  later.mockRestore();
  expect(await who(await issuer.token(), fresh)).not.toBeNull();
});

test('an issuer that says JWT can be taken at its word; its ID tokens are still nothing', async () => {
  const lenient = identityOf({ tokenType: 'JWT' });
  expect(await who(await signed({ head: { typ: 'JWT' } }), lenient)).not.toBeNull();
  expect(await who(await issuer.token({ nonce: 'n' }, { head: { typ: 'JWT' } }), lenient)).toBeNull();
});

test.each([undefined, '', 'Basic abc', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(9_000)}`])(
  '%j is no token',
  async (given) => {
    expect(await identity.whoIs(given)).toBeNull();
  },
);

test('whatever stands in place of a token, it is nobody, and no fault', async () => {
  const good = await issuer.token();
  const part = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.constantFrom(...good.split('.')),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  );
  await fc.assert(
    fc.asyncProperty(fc.tuple(part, part, part), async (parts) => {
      fc.pre(parts.join('.') !== good);
      expect(await who(parts.join('.'))).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('while the issuer is away it is not said that somebody is unknown; it is not asked again at once', async () => {
  const broken = await startIssuer();
  broken.breakDown();
  const away = oidcIdentity({
    issuer: broken.name,
    audience: 'casework',
    agency: async () => agency,
    isSubject: () => true,
  });
  const asked = jest.spyOn(globalThis, 'fetch');
  for (let i = 0; i < 5; i += 1) await expect(who(await issuer.token(), away)).rejects.toThrow(IssuerAway);
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
  await broken.close();
});

test('an issuer that describes another is not taken', async () => {
  const wrong = oidcIdentity({
    issuer: 'https://login.example.org',
    discovery: `${issuer.name}/.well-known/openid-configuration`,
    audience: 'casework',
    agency: async () => agency,
    isSubject: () => true,
  });
  await expect(who(await issuer.token(), wrong)).rejects.toThrow(IssuerAway);
});
