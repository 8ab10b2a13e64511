// What the API answers about messages and letters.
import { z } from 'zod';
import { channels, receiptStatuses } from '../store/types';
import { date, time } from './answers';

export const delivery = z.object({
  key: z.string(),
  kind: z.string(),
  to: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  about: z.string(),
  due: z.string().nullable(),
  wantedAt: time,
  late: z.boolean(),
  state: z.string(),
  stands: z
    .enum([
      'waiting',
      'tried-again',
      'held',
      'to-post',
      'accepted',
      'delivered',
      'posted',
      'nobody-reached',
      'dropped',
      'withdrawn',
      'covered',
    ])
    .describe(
      '`held`: until it is safe for the person. `to-post`: a letter waits for staff. `accepted`: by the carrier; mail servers tell no more. `nobody-reached`: it became a task.',
    ),
  possibleDuplicate: z
    .boolean()
    .describe('A copy may have arrived before the one that is known of: same Message-ID, same UID, same SEQUENCE.'),
  letter: z.string().optional().describe('The sheet: GET /v1/cases/{case}/letters/{this}.'),
  attempts: z.array(
    z.object({
      at: time,
      channel: z.enum(channels).nullable(),
      result: z.string(),
      detail: z.string(),
      messageId: z.string().nullable(),
    }),
  ),
  receipts: z
    .array(z.object({ status: z.enum(receiptStatuses), at: time, receivedAt: time }))
    .describe('What the gateway of text messages reported.'),
});

export const deliveries = z.object({ case: z.string(), deliveries: z.array(delivery) });

export const letter = delivery.extend({ case: z.string(), letter: z.string() });

export const letters = z.object({
  asOf: date,
  letters: z.array(
    z.object({
      case: z.string(),
      letter: z.string(),
      page: z.string().describe('The sheet to print.'),
      to: z.object({ id: z.string(), name: z.string().nullable() }),
      says: z.string(),
      startsAt: z.string().nullable().describe('Of the meeting, in its own zone.'),
      facilitator: z.string().nullable(),
      since: time,
    }),
  ),
});
