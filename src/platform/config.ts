// What the environment says, checked once at the start: a wrong variable is named, with what it should be.
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isZone } from '../domain/calendar';

const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535);
const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be an address such as ${example}` });

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d+$/, { error: 'must be host:port, as 127.0.0.1:7233' })
    .optional(),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/casework').optional(),
  SMTP_URL: url(/^smtps?$/, 'smtp://127.0.0.1:2525').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  CASEWORK_KEY_FILE: z.string().min(1).optional(),
  WEB_UI_URL: url(/^https?$/, 'http://127.0.0.1:8233').optional(),
  PUBLIC_URL: url(/^https?$/, 'https://cases.example.org').optional(),
  OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      error: 'must be the name of an issuer of tokens, such as https://login.example.org/realm',
    })
    .refine((text) => /^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(`${text}/`), {
      error: 'must begin with https:',
    })
    .optional(),
  OIDC_AUDIENCE: z.string().min(1).max(300).optional(),
  OIDC_TOKEN_TYPE: z.string().min(1).max(60).default('at+jwt'),
  FIRST_ADMINISTRATOR: z.string().min(1).max(255).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  PROXIES: z.coerce.number({ error: 'must be a number of proxies' }).int().min(0).max(5).default(0),
  TEMPORAL_PORT: port.default(7233),
  TEMPORAL_UI_PORT: port.default(8233),
  MAILBOX_PORT: port.default(2525),
  AGENCY_ZONE: z.string().refine(isZone, { error: 'must be a time zone, as America/Chicago' }).optional(),
  AGENCY_NAME: z.string().min(1).max(200).default('Sample Agency'),
  AGENCY_EMAIL: z.email({ error: 'must be one e-mail address' }).default('casework@agency.example.org'),
  AGENCY_PHONE: z.string().max(40).optional(),
  AGENCY_ADDRESS: z.string().max(400).optional(),
  MAILS_PER_SECOND: z.coerce.number({ error: 'must be a number' }).min(0.1).max(1_000).default(20),
  SMS_URL: url(/^https?$/, 'https://gateway.example.org/messages').optional(),
  SMS_KEY: z.string().min(1).max(400).optional(),
  SMS_WEBHOOK_SECRET: z.string().min(24, { error: 'must have at least 24 characters' }).max(200).optional(),
});

export interface Config {
  readonly production: boolean;
  /** undefined: an engine of our own. */
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  /** undefined: PGlite in the data directory. */
  readonly databaseUrl: string | undefined;
  /** undefined: the development mailbox. */
  readonly smtpUrl: string | undefined;
  readonly dataDir: string;
  readonly keyFile: string;
  readonly publicUrl: string | undefined;
  /** Address of the Temporal Web UI, whose pages may ask the codec; undefined: no codec is served. Development only. */
  readonly webUiUrl: string | undefined;
  /** The issuer of access tokens; undefined: one of our own, for development. */
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly tokenType: string } | undefined;
  /** `sub` of whoever enters the first staff. */
  readonly firstAdministrator: string | undefined;
  /** Proxies through which every request comes: so many addresses at the end of X-Forwarded-For are theirs. */
  readonly proxies: number;
  readonly host: string;
  readonly ports: { readonly api: number; readonly temporal: number; readonly ui: number; readonly mailbox: number };
  readonly agency: {
    readonly name: string;
    readonly email: string;
    readonly zone: string | undefined;
    readonly phone?: string;
    /** Line by line, as it stands on letters. */
    readonly postal?: readonly string[];
  };
  /** What the carriers take: no more is handed to them, by all workers together. */
  readonly mailsPerSecond: number;
  /** undefined: the development gateway beside the development mailbox, else no texts. */
  readonly sms: { readonly url: string; readonly key: string } | undefined;
  /** undefined: reports of a gateway are not taken. */
  readonly smsWebhookSecret: string | undefined;
}

type Variable = keyof z.infer<typeof environment>;

/** Throws an Error whose message has one line for each variable that is wrong or missing. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, required: readonly Variable[] = []): Config {
  // An empty variable is one that is not set: that is how compose files and CI systems leave one out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const missing = [...new Set([...required, ...together(given)])]
    .filter((name) => given[name] === undefined)
    .map((name) => `${name} must be set for this program`);
  if (!parsed.success || missing.length > 0)
    throw new Error(['The configuration is not complete:', ...wrong, ...missing].join('\n  '));
  const e = parsed.data;
  const dataDir = resolve(e.DATA_DIR);
  return {
    production: e.NODE_ENV === 'production',
    temporalAddress: e.TEMPORAL_ADDRESS,
    temporalNamespace: e.TEMPORAL_NAMESPACE,
    databaseUrl: e.DATABASE_URL,
    smtpUrl: e.SMTP_URL,
    dataDir,
    keyFile: e.CASEWORK_KEY_FILE === undefined ? join(dataDir, 'keys.json') : resolve(e.CASEWORK_KEY_FILE),
    publicUrl: e.PUBLIC_URL?.replace(/\/$/, ''),
    webUiUrl: e.WEB_UI_URL?.replace(/\/$/, ''),
    oidc:
      e.OIDC_ISSUER === undefined || e.OIDC_AUDIENCE === undefined
        ? undefined
        : { issuer: e.OIDC_ISSUER, audience: e.OIDC_AUDIENCE, tokenType: e.OIDC_TOKEN_TYPE },
    firstAdministrator: e.FIRST_ADMINISTRATOR,
    proxies: e.PROXIES,
    host: e.HOST,
    ports: { api: e.PORT, temporal: e.TEMPORAL_PORT, ui: e.TEMPORAL_UI_PORT, mailbox: e.MAILBOX_PORT },
    agency: {
      name: e.AGENCY_NAME,
      email: e.AGENCY_EMAIL,
      zone: e.AGENCY_ZONE,
      ...(e.AGENCY_PHONE === undefined ? {} : { phone: e.AGENCY_PHONE }),
      ...(e.AGENCY_ADDRESS === undefined ? {} : { postal: e.AGENCY_ADDRESS.split(/\s*[;|]\s*/) }),
    },
    mailsPerSecond: e.MAILS_PER_SECOND,
    sms: e.SMS_URL === undefined || e.SMS_KEY === undefined ? undefined : { url: e.SMS_URL, key: e.SMS_KEY },
    smsWebhookSecret: e.SMS_WEBHOOK_SECRET,
  };
}

/** An issuer is believed for its audience alone; a gateway without its key refuses everything. */
function together(given: NodeJS.ProcessEnv): readonly Variable[] {
  const pairs = [
    ['OIDC_ISSUER', 'OIDC_AUDIENCE'],
    ['SMS_URL', 'SMS_KEY'],
  ] as const;
  return pairs.filter((pair) => pair.some((name) => given[name] !== undefined)).flat();
}

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/** smtp://user:password@host:587, or smtps:// for TLS from the first byte. */
export function smtpServerOf(address: string): SmtpServer {
  const { protocol, hostname, port: given, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  const usual = secure ? 465 : 587;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: given === '' ? usual : Number(given),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}
