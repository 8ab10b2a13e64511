// Sign-in by OpenID Connect: the bearer shows an access token, which is held against the keys that its issuer publishes. What the
// token says of its own keys (jku, jwk, x5u) is never read.
import type { AgencyData, Staff } from '../domain/agency';
import { actorFor, bearerIn, IssuerAway, type Identity } from './identity';

export interface OidcOptions {
  /** As it stands in `iss`. */
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer describes itself, when that is not below its own name. */
  readonly discovery?: string;
  /** `typ` in the head of an access token: by RFC 9068 at+jwt; some issuers say JWT. */
  readonly tokenType?: string;
  readonly agency: () => Promise<AgencyData | null>;
  /** Whether this person is the subject of a token. */
  readonly isSubject: (person: Staff, subject: string) => boolean;
}

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const SKEW_SECONDS = 60;
/** However far off its end is: a token that was issued before is not taken any more. */
const OLDEST = '24h';
/** A key that is not known is asked for at most so often, whatever tokens are shown. */
const COOLDOWN_MS = 60_000;
const AFTER_FAILURE_MS = 10_000;
const WAIT_MS = 5_000;
/** An ID token says to a program who has signed in; it is no right to anything here. */
const OF_ID_TOKENS = ['nonce', 'at_hash', 'c_hash'];

type Jose = Awaited<typeof jose>;
// An ES module, which CommonJS loads in this way on every Node from 20 on.
const jose = import('jose');
jose.catch(() => undefined); // told when it is used

export function oidcIdentity(options: OidcOptions): Identity {
  const { issuer, audience, tokenType = 'at+jwt' } = options;
  const ask = careful();
  let keys: Promise<ReturnType<Jose['createRemoteJWKSet']>> | undefined;
  const keySet = () => {
    keys ??= discovered(options, ask).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return {
    async whoIs(authorization) {
      const token = bearerIn(authorization);
      if (token === undefined) return null;
      const { jwtVerify, errors } = await jose;
      try {
        const { payload } = await jwtVerify(token, await keySet(), {
          issuer,
          audience,
          typ: tokenType,
          algorithms: ALGORITHMS,
          clockTolerance: SKEW_SECONDS,
          maxTokenAge: OLDEST,
          requiredClaims: ['exp', 'iat', 'sub'],
        });
        if (OF_ID_TOKENS.some((claim) => claim in payload)) return null;
        const { sub = '' } = payload;
        return actorFor(await options.agency(), (person) => options.isSubject(person, sub), Date.now());
      } catch (error) {
        if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) throw new IssuerAway();
        // The answer of the issuer could not be read.
        if (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') throw new IssuerAway();
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

async function discovered({ issuer, discovery }: OidcOptions, ask: typeof fetch) {
  const { createRemoteJWKSet, customFetch } = await jose;
  const address = discovery ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer: unknown = await (await ask(address, { signal: AbortSignal.timeout(WAIT_MS) })).json();
  const { issuer: named, jwks_uri: place } = answer as { issuer?: unknown; jwks_uri?: unknown };
  if (named !== issuer || typeof place !== 'string') throw new IssuerAway();
  return createRemoteJWKSet(new URL(place), {
    cooldownDuration: COOLDOWN_MS,
    timeoutDuration: WAIT_MS,
    [customFetch]: ask,
  });
}

/** Follows no redirection, and after a failure does not ask again at once: an issuer that is away is not flooded when it returns. */
function careful(): typeof fetch {
  let failedAt = -Infinity;
  return async (address, init) => {
    if (Date.now() - failedAt < AFTER_FAILURE_MS) throw new IssuerAway();
    try {
      const answer = await fetch(address, { ...init, redirect: 'error' });
      if (answer.ok) return answer;
    } catch {
      // told below, without what the network said
    }
    failedAt = Date.now();
    throw new IssuerAway();
  };
}
