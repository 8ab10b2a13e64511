// What carriers report of what they have taken: the gateway of texts, and a mail service of bounces. Each proves who it is by its signature; what it says twice, late or out of order changes
// nothing that is known better (src/store/receipts.ts). What was kept is answered with 202, so that it is not sent for ever.
import { raw, Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { isSigned } from '../platform/webhook-signature';
import { receiptStatuses } from '../store/types';
import { send } from './commands';
import type { Deps } from './deps';
import { invalidFields, Problem } from './problems';
import { readJson } from './read-json';

const LARGEST = 16 * 1024;
const HAND_IN_MS = 2_000;

/** Fields that we do not know are the gateway's own affair. */
const receipt = z.object({
  reference: z.string().regex(/^([0-9a-f]{40}|<[0-9a-f]{40}@[^\s<>@]{1,200}>)$/, {
    error: 'must be the reference that came with the text, or the Message-ID of the mail',
  }),
  status: z.enum(receiptStatuses),
  at: z.iso.datetime({ offset: true }).optional(),
});

export function receiptsRouter(deps: Deps): Router {
  const router = Router();
  router
    .route('/receipts')
    .post(raw({ type: () => true, limit: LARGEST, inflate: false }), signed(deps), async (request, response) => {
      const parsed = receipt.safeParse(readJson(bytesOf(request)));
      if (!parsed.success) throw invalidFields(parsed.error);
      const { reference, status, at } = parsed.data;
      const now = deps.now();
      const { known, wake } = await deps.store.takeReceipt(reference, {
        status,
        at: at === undefined ? now : Date.parse(at),
        receivedAt: now,
      });
      if (!known) deps.log({ event: 'receipt-unknown', status });
      // Kept in the intake already: what does not get through now is handed in by the relay.
      if (wake) await send(deps, wake, HAND_IN_MS);
      response.status(202).set('Cache-Control', 'no-store').json({ state: 'kept', known });
    })
    .all(() => {
      throw new Problem('method-not-allowed', 'It takes POST.', [], { Allow: 'POST' });
    });
  return router;
}

const bytesOf = (request: Request): Uint8Array => {
  const body: unknown = request.body;
  return body instanceof Uint8Array ? body : new Uint8Array();
};

function signed({ receiptSecret, now }: Deps): RequestHandler {
  return (request, _response, next) => {
    const [id, timestamp, signatures] = [
      request.get('webhook-id'),
      request.get('webhook-timestamp'),
      request.get('webhook-signature'),
    ];
    const parts = { id: id ?? '', timestamp: timestamp ?? '', body: bytesOf(request) };
    // Without a secret nobody can be known, and nothing is taken.
    if (receiptSecret !== null && isSigned(receiptSecret, parts, signatures ?? '', now())) return next();
    throw new Problem(
      'unauthenticated',
      'Nothing was changed. Sign `webhook-id`.`webhook-timestamp`.body with the secret that is set here (HMAC-SHA256, Standard Webhooks), not longer than five minutes ago.',
    );
  };
}
