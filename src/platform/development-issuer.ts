// An issuer of tokens for the first run: it knows the sample staff, asks nobody for a password, and is reached on this machine
// only. The API verifies its tokens as it does those of a real issuer.
import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { isErrno } from './cache';
import { portOf } from './listen';

export const DEVELOPMENT_ISSUER = 'https://issuer.casework.invalid';
export const DEVELOPMENT_AUDIENCE = 'casework';
const LIFE = '12h';

const keyFile = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(8),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

export interface DevelopmentIssuer {
  /** Where it describes itself. */
  readonly discovery: string;
  tokenFor(staff: string): Promise<string>;
  close(): Promise<void>;
}

export function refuseInProduction(production: boolean): void {
  if (production)
    throw new Error(
      'The development issuer gives everybody a token: with NODE_ENV=production this program does not start with it. Set OIDC_ISSUER and OIDC_AUDIENCE, and start worker and API.',
    );
}

/** Publishes its key on a port of its own. */
export async function startDevelopmentIssuer(options: {
  readonly dataDir: string;
  readonly production: boolean;
}): Promise<DevelopmentIssuer> {
  refuseInProduction(options.production);
  const jwk = keyIn(options.dataDir);
  const { kty, crv, x, y, kid } = jwk;
  const server = createServer((request, response) => {
    const here = `http://127.0.0.1:${portOf(server)}`;
    const documents: Readonly<Record<string, object>> = {
      '/.well-known/openid-configuration': { issuer: DEVELOPMENT_ISSUER, jwks_uri: `${here}/jwks` },
      '/jwks': { keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }] },
    };
    const found = documents[request.url ?? ''];
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(found ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    discovery: `http://127.0.0.1:${portOf(server)}/.well-known/openid-configuration`,
    tokenFor: (staff) => developmentToken(options.dataDir, staff),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A token of the sample staff, as the issuer of this data directory signs it, whether it runs or not. */
export async function developmentToken(dataDir: string, staff: string): Promise<string> {
  const { SignJWT } = await import('jose');
  const jwk = keyIn(dataDir);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(DEVELOPMENT_AUDIENCE)
    .setSubject(staff)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(LIFE)
    .sign(createPrivateKey({ key: jwk, format: 'jwk' }));
}

function keyIn(dataDir: string): z.infer<typeof keyFile> {
  const file = join(dataDir, 'issuer.json');
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw new Error(`${file} cannot be read: delete it, and a new key is made.`);
  }
  make(file, dataDir);
  return keyIn(dataDir);
}

// Written aside, then linked: of two processes that start at once only one makes the key.
function make(file: string, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const aside = `${file}.${randomUUID()}`;
  const kid = `dev-${randomUUID()}`;
  writeFileSync(aside, `${JSON.stringify({ kid, ...privateKey.export({ format: 'jwk' }) }, null, 2)}\n`, {
    mode: 0o600,
  });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
