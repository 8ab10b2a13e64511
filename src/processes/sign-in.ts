// By whom tokens are issued: the issuer that the environment names, or, in development, one of our own.
import type { AgencyData } from '../domain/agency';
import type { Config } from '../platform/config';
import {
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  startDevelopmentIssuer,
  type DevelopmentIssuer,
} from '../platform/development-issuer';
import type { Identity } from '../platform/identity';
import { oidcIdentity } from '../platform/oidc';

export interface SignIn {
  readonly identity: Identity;
  /** null: a real issuer, which signs people in by itself. */
  readonly development: DevelopmentIssuer | null;
  close(): Promise<void>;
}

type AgencyNow = () => Promise<AgencyData | null>;

export async function openSignIn(config: Config, agency: AgencyNow): Promise<SignIn> {
  if (config.oidc === undefined) return developmentSignIn(config, agency);
  // Who somebody is at the issuer stands in the directory of staff; the ids of staff are our own.
  const identity = oidcIdentity({ ...config.oidc, agency, isSubject: (person, sub) => person.subject === sub });
  return { identity, development: null, close: async () => undefined };
}

export async function developmentSignIn(
  { dataDir, production }: Pick<Config, 'dataDir' | 'production'>,
  agency: AgencyNow,
): Promise<SignIn & { readonly development: DevelopmentIssuer }> {
  const issuer = await startDevelopmentIssuer({ dataDir, production });
  const identity = oidcIdentity({
    issuer: DEVELOPMENT_ISSUER,
    audience: DEVELOPMENT_AUDIENCE,
    discovery: issuer.discovery,
    agency,
    isSubject: (person, sub) => person.id === sub,
  });
  return { identity, development: issuer, close: () => issuer.close() };
}
