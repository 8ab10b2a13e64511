// An issuer of tokens as an agency has one: it describes itself, publishes keys, and signs whatever a test wants signed.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { portOf } from '../../../src/platform/listen';

export interface Claims extends JWTPayload {
  readonly [claim: string]: unknown;
}

export interface Signing {
  readonly alg?: string;
  readonly key?: KeyObject | Uint8Array;
  readonly head?: Readonly<Record<string, unknown>>;
}

export interface Issuer {
  readonly name: string;
  readonly keys: { readonly rsa: KeyPair; readonly ec: KeyPair; readonly ed: KeyPair };
  /** How often its keys were fetched. */
  readonly fetched: () => number;
  /** It answers 500 from now on. */
  breakDown(): void;
  /** `undefined` takes a claim out. */
  token(claims?: Readonly<Record<string, unknown>>, signing?: Signing): Promise<string>;
  close(): Promise<void>;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export async function startIssuer(): Promise<Issuer> {
  const keys = {
    rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    ed: generateKeyPairSync('ed25519'),
  };
  const algorithms = { rsa: 'RS256', ec: 'ES256', ed: 'EdDSA' } as const;
  const published = (['rsa', 'ec', 'ed'] as const).map((kid) => ({
    ...keys[kid].publicKey.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    alg: algorithms[kid],
  }));
  let fetched = 0;
  let broken = false;
  const server = createServer((request, response) => {
    if (request.url === '/jwks') fetched += 1;
    const body = request.url === '/jwks' ? { keys: published } : { issuer: name, jwks_uri: `${name}/jwks` };
    response.writeHead(broken ? 500 : 200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const name = `http://127.0.0.1:${portOf(server)}`;
  return {
    name,
    keys,
    fetched: () => fetched,
    breakDown: () => (broken = true),
    async token(claims = {}, { alg = 'RS256', key = keys.rsa.privateKey, head = {} } = {}) {
      const { SignJWT } = await import('jose');
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: name, aud: 'casework', sub: 'sub-1', iat: now, nbf: now, exp: now + 600, ...claims };
      const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return new SignJWT(payload).setProtectedHeader({ alg, typ: 'at+jwt', kid: 'rsa', ...head }).sign(key);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
