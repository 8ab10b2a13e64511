// Signatures of webhooks: the published example of the specification, and everything that must not pass.
import { isSigned, signatureOf, webhookSecret } from '../../src/platform/webhook-signature';

// Of the libraries of the Standard Webhooks specification, which all check themselves against it.
const secret = webhookSecret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
const parts = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: Buffer.from('{"test": 2432232314}'),
};
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const now = 1_614_265_330_000;

test('the published example is signed as published, and is taken', () => {
  expect(signatureOf(secret, parts)).toBe(signature);
  expect(isSigned(secret, parts, signature, now)).toBe(true);
});

test('one of several signatures is enough, while a secret is changed', () => {
  expect(isSigned(secret, parts, `v1,AAAA v1a,${signature.slice(3)} ${signature}`, now)).toBe(true);
});

test.each([
  ['another body', { ...parts, body: Buffer.from('{"test": 2432232315}') }, signature, now],
  ['another id', { ...parts, id: 'msg_other' }, signature, now],
  ['another time', { ...parts, timestamp: '1614265331' }, signature, now],
  ['no signature', parts, '', now],
  ['a signature cut short', parts, signature.slice(0, -6), now],
  ['another version', parts, signature.replace('v1', 'v2'), now],
  ['five minutes and a second later', parts, signature, now + 301_000],
  ['five minutes and a second before', parts, signature, now - 301_000],
  ['a time that is no number', { ...parts, timestamp: '1e9' }, signature, now],
  ['an id with a line break', { ...parts, id: 'msg\n' }, signature, now],
])('%s: not taken', (_what, given, signatures, at) => {
  expect(isSigned(secret, given, signatures, at)).toBe(false);
});

test('a time within five minutes is taken, on either side', () => {
  for (const off of [-299_000, 299_000]) expect(isSigned(secret, parts, signature, now + off)).toBe(true);
});

test('another secret signs otherwise', () => {
  expect(isSigned(webhookSecret('another-secret-of-24-letters'), parts, signature, now)).toBe(false);
});
