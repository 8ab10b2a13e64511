// Webhooks signed as the Standard Webhooks specification says: HMAC-SHA256 over id, time and body, so that neither of them can be
// exchanged, and what was overheard is of no use after five minutes.
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedParts {
  readonly id: string;
  /** Seconds since 1970, as it stands in the header. */
  readonly timestamp: string;
  readonly body: Uint8Array;
}

const TOLERANCE_S = 5 * 60;

/** `whsec_` and base64, as gateways show it; anything else is taken letter by letter. */
export function webhookSecret(text: string): Buffer {
  return text.startsWith('whsec_') ? Buffer.from(text.slice('whsec_'.length), 'base64') : Buffer.from(text, 'utf8');
}

export function signatureOf(secret: Buffer, parts: SignedParts): string {
  return `v1,${mac(secret, parts).toString('base64')}`;
}

/** `signatures`: one or, while the secret is changed, several, with spaces between them. */
export function isSigned(secret: Buffer, parts: SignedParts, signatures: string, nowMs: number): boolean {
  if (!/^[\x21-\x7e]{1,200}$/.test(parts.id) || !/^\d{1,12}$/.test(parts.timestamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(parts.timestamp)) > TOLERANCE_S) return false;
  const expected = mac(secret, parts);
  let fits = false;
  for (const signature of signatures.split(' ').slice(0, 10)) {
    const given = signature.startsWith('v1,') ? Buffer.from(signature.slice(3), 'base64') : Buffer.alloc(0);
    if (given.length === expected.length && timingSafeEqual(given, expected)) fits = true;
  }
  return fits;
}

function mac(secret: Buffer, { id, timestamp, body }: SignedParts): Buffer {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest();
}
