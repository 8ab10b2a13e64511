// How somebody who was invited shows that an answer is his or hers: a token of 256 bits in a link, or a short code typed by hand; and
// how somebody who is asked for a decision does. All are derived, not drawn: composed again after a crash it is the same letter, byte
// for byte.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriver, installationKey } from './derived';

/** The answer to an invitation, or to the question which time would suit. */
export type Purpose = 'answer' | 'choose-time';

/** One invitation: of one person, to one meeting, for one time. Moved, the meeting has other links; moved back, the old ones again. */
export interface Invited {
  /** Left out: answer. */
  readonly purpose?: Purpose;
  readonly caseId: string;
  readonly meeting: string;
  readonly participant: string;
  /** The time; of a search for one what tells it from another search. */
  readonly startsAt: string;
  readonly zone: string;
}

/** One request for a decision, as one letter puts it to one person: a later reminder has another link. */
export interface AskedToDecide {
  readonly caseId: string;
  readonly request: string;
  readonly staff: string;
  /** Key of the letter. */
  readonly letter: string;
}

export interface Proof {
  readonly token: string;
  /** As it is told: XXXX-XXXX. */
  readonly code: string;
  /** What is stored of them. */
  readonly hash: string;
  readonly codeHash: string;
}

export interface AnswerLinks {
  /** `https://host` of the page. */
  readonly origin: string;
  proofFor(invited: Invited): Proof;
  /** The page; with a token the link that opens one invitation. The token stands behind the #: no server and no log sees it. */
  page(language: string, token?: string): string;
  decisionFor(asked: AskedToDecide): Pick<Proof, 'token' | 'hash'>;
  /** The page on which a request is decided. */
  decisionPage(language: string, token?: string): string;
  hashOf(token: string): string;
  codeHashOf(code: string): string;
  /** A mark of a page that was shown: a form that bears none was not sent from it. */
  nonce(now: number): string;
  isNonce(text: string, now: number): boolean;
}

/** Nothing that looks like something else (0 O, 1 I L, U V), and no A or E: they would make words. */
const ALPHABET = '23456789CDFHJKMNPRTVWXY';
const CODE_LENGTH = 8;
/** A page may lie open for an evening. */
const NONCE_MS = 12 * 3_600_000;
const MOST_SKEW_MS = 60_000;

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

export function answerLinksFrom(keyFile: string, url: string): AnswerLinks {
  return answerLinksWith(installationKey(keyFile), url);
}

export function answerLinksWith(key: Buffer, url: string): AnswerLinks {
  const derive = deriver(key, 'casework answer links');
  const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
  // With the key: so few are possible that a plain hash would tell the code to whoever has the table.
  const codeHashOf = (code: string): string => derive('stored code', bare(code)).toString('hex');
  const sign = (text: string): string => derive('nonce', text).subarray(0, 16).toString('base64url');
  const pageOf = (name: string): URL => new URL(name, url.endsWith('/') ? url : `${url}/`);
  const pageFor = (name: string, language: string, token?: string): string => {
    const page = pageOf(name);
    if (languageOf(language) === 'es') page.searchParams.set('l', 'es');
    if (token !== undefined) page.hash = token;
    return page.href;
  };
  return {
    origin: pageOf('answer').origin,
    proofFor({ purpose = 'answer', caseId, meeting, participant, startsAt, zone }) {
      const parts = [purpose, caseId, meeting, participant, startsAt, zone];
      const token = derive('token', ...parts).toString('base64url');
      const code = codeFrom(derive('code', ...parts));
      return { token, code, hash: hashOf(token), codeHash: codeHashOf(code) };
    },
    page: (language, token) => pageFor('answer', language, token),
    decisionFor({ caseId, request, staff, letter }) {
      // The first part is the purpose: no token of one page is one of the other.
      const token = derive('token', 'sign-off', caseId, request, staff, letter).toString('base64url');
      return { token, hash: hashOf(token) };
    },
    decisionPage: (language, token) => pageFor('sign-off', language, token),
    hashOf,
    codeHashOf,
    nonce(now) {
      const text = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    isNonce(text, now) {
      const [, head, at, mark] = /^(([0-9a-z]{1,11})\.[A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})$/.exec(text) ?? [];
      if (head === undefined || at === undefined || mark === undefined) return false;
      const age = now - Number.parseInt(at, 36);
      return timingSafeEqual(Buffer.from(sign(head)), Buffer.from(mark)) && age >= -MOST_SKEW_MS && age <= NONCE_MS;
    },
  };
}

export const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

function codeFrom(digest: Buffer): string {
  // 256 bits over 37: no remainder that would favour a letter in any way that could be seen.
  let rest = BigInt(`0x${digest.toString('hex')}`);
  let code = '';
  for (let i = 0; i < CODE_LENGTH; i++) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))];
    rest /= BigInt(ALPHABET.length);
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** As people type it: small letters, spaces, any dash. */
const bare = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '');
export const isCode = (text: string): boolean => bare(text).length === CODE_LENGTH;
