// Tokens, codes and marks of the page: always the same for one invitation, never for two, and no guess away.
import fc from 'fast-check';
import { answerLinksWith, isCode, isToken, type Invited } from '../../src/platform/answer-links';

const links = answerLinksWith(Buffer.alloc(32, 7), 'https://cases.example.org');
const invited: Invited = {
  caseId: 'case-1',
  meeting: 'm1',
  participant: 'p1',
  startsAt: '2026-03-20T17:30',
  zone: 'America/Los_Angeles',
};

test('derived again, token and code are the same; a token has 256 bits, a code eight characters without lookalikes', () => {
  const proof = links.proofFor(invited);
  expect(links.proofFor({ ...invited })).toEqual(proof);
  expect(Buffer.from(proof.token, 'base64url')).toHaveLength(32);
  expect(isToken(proof.token)).toBe(true);
  expect(proof.code).toMatch(/^[2-9CDFHJKMNPRTVWXY]{4}-[2-9CDFHJKMNPRTVWXY]{4}$/);
  for (const stored of [proof.hash, proof.codeHash]) {
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
    expect(stored).not.toContain(proof.token);
  }
});

test.each<[string, Partial<Invited>]>([
  ['case', { caseId: 'case-2' }],
  ['meeting', { meeting: 'm2' }],
  ['person', { participant: 'p2' }],
  ['time', { startsAt: '2026-03-20T18:30' }],
  ['zone', { zone: 'America/Denver' }],
])('another %s has another token and another code', (_what, over) => {
  const [one, two] = [links.proofFor(invited), links.proofFor({ ...invited, ...over })];
  expect(two.token).not.toBe(one.token);
  expect(two.code).not.toBe(one.code);
});

test('another installation has other tokens, and cannot tell a code from its stored hash', () => {
  const other = answerLinksWith(Buffer.alloc(32, 8), 'https://cases.example.org');
  expect(other.proofFor(invited).token).not.toBe(links.proofFor(invited).token);
  expect(other.codeHashOf('2345-6789')).not.toBe(links.codeHashOf('2345-6789'));
});

test('no two of many invitations share a token, whatever their ids are made of', () => {
  const id = fc.string({ unit: fc.constantFrom('a', 'b', '|', ':', '1', '/'), minLength: 1, maxLength: 6 });
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(id, id, id, (caseId, meeting, participant) => {
      const key = JSON.stringify([caseId, meeting, participant]);
      const { token } = links.proofFor({ ...invited, caseId, meeting, participant });
      expect(seen.get(token) ?? key).toBe(key);
      seen.set(token, key);
    }),
    { numRuns: 2_000 },
  );
});

test('the token stands behind the #, and the language before it', () => {
  const { token } = links.proofFor(invited);
  expect(links.page('en', token)).toBe(`https://cases.example.org/answer#${token}`);
  expect(links.page('es-MX', token)).toBe(`https://cases.example.org/answer?l=es#${token}`);
  expect(links.page('en')).toBe('https://cases.example.org/answer');
  expect(answerLinksWith(Buffer.alloc(32), 'https://host.example/office').page('en')).toBe(
    'https://host.example/office/answer',
  );
});

test('a code may be typed as people type', () => {
  const { code, codeHash } = links.proofFor(invited);
  for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' – ')} `]) {
    expect(isCode(typed)).toBe(true);
    expect(links.codeHashOf(typed)).toBe(codeHash);
  }
  expect(isCode('1234567')).toBe(false);
});

test('a mark of the page holds for twelve hours, and only as it was made', () => {
  const at = Date.parse('2026-03-02T18:00:00Z');
  const mark = links.nonce(at);
  const hour = 3_600_000;
  expect(links.isNonce(mark, at)).toBe(true);
  expect(links.isNonce(mark, at + 12 * hour)).toBe(true);
  expect(links.isNonce(mark, at + 12 * hour + 1)).toBe(false);
  expect(links.isNonce(mark, at - hour)).toBe(false);
  expect(links.nonce(at)).not.toBe(mark);
  expect(answerLinksWith(Buffer.alloc(32, 8), 'https://x.example').isNonce(mark, at)).toBe(false);
  fc.assert(
    fc.property(fc.nat({ max: mark.length - 1 }), fc.constantFrom('A', 'b', '0', '.', ' '), (i, character) => {
      fc.pre(mark[i] !== character);
      expect(links.isNonce(mark.slice(0, i) + character + mark.slice(i + 1), at)).toBe(false);
    }),
  );
  for (const text of ['', '..', 'x.y.z', 'é'.repeat(30)]) expect(links.isNonce(text, at)).toBe(false);
});

test('a link to decide is of one request, one person and one letter, and never one of an invitation', () => {
  const asked = { caseId: 'case-1', request: 'm1', staff: 'p1', letter: 'case-1/x' };
  const { token, hash } = links.decisionFor(asked);
  expect(links.decisionFor({ ...asked })).toEqual({ token, hash });
  expect(isToken(token)).toBe(true);
  expect(hash).toBe(links.hashOf(token));
  const others = [{ caseId: 'case-2' }, { request: 'm2' }, { staff: 'p2' }, { letter: 'case-1/y' }].map(
    (over) => links.decisionFor({ ...asked, ...over }).token,
  );
  expect(new Set([token, ...others, links.proofFor(invited).token]).size).toBe(6);
  expect(links.decisionPage('en', token)).toBe(`https://cases.example.org/sign-off#${token}`);
  expect(links.decisionPage('es-MX')).toBe('https://cases.example.org/sign-off?l=es');
});
