// Decodes payloads for the Web UI and the Temporal CLI of a development engine. Loopback only, and without sign-in: whoever
// reaches it reads every payload, so a production installation puts its own codec server, which asks who is reading, in its place.
import type { Payload, PayloadCodec } from '@temporalio/common';
import { Router, json } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { z } from 'zod';

const MOST_PAYLOADS = 200;

const body = z.object({
  payloads: z
    .array(
      z.object({
        metadata: z.record(z.string(), z.base64()).nullish(),
        data: z.base64().nullish(),
      }),
    )
    .max(MOST_PAYLOADS),
});

export interface CodecServerOptions {
  /** The Web UI's exact origins, such as http://127.0.0.1:8233. A browser that comes from anywhere else is turned away. */
  readonly origins: readonly string[];
}

export function codecHandler(codec: PayloadCodec, { origins }: CodecServerOptions): Router {
  const router = Router();
  router.use((request, response, next) => {
    response.vary('Origin');
    const { origin } = request.headers;
    if (origin === undefined) return next(); // the CLI
    if (!origins.includes(origin)) return void response.status(403).json({ message: 'origin not allowed' });
    response.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'content-type, x-namespace, authorization',
    });
    return request.method === 'OPTIONS' ? void response.status(204).end() : next();
  });
  router.use(json({ limit: '1mb' }));
  router.post('/decode', (request, response) => translate(request, response, (payloads) => codec.decode(payloads)));
  router.post('/encode', (request, response) => translate(request, response, (payloads) => codec.encode(payloads)));
  router.use(((error: { status?: unknown }, _request, response, _next) => {
    // Neither the payload nor the reason goes back: both may quote what is encrypted.
    const status = typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500;
    response.status(status).json({ message: status === 500 ? 'cannot be translated' : 'bad request' });
  }) satisfies ErrorRequestHandler);
  return router;
}

async function translate(request: Request, response: Response, through: PayloadCodec['decode']): Promise<void> {
  const asked = body.safeParse(request.body);
  if (!asked.success) return void response.status(400).json({ message: 'bad request' });
  const answer = await through(asked.data.payloads.map(fromJson));
  response.set('Cache-Control', 'no-store').json({ payloads: answer.map(toJson) });
}

// As protobuf's JSON mapping writes a payload: its bytes in base64.
type JsonPayload = z.infer<typeof body>['payloads'][number];

function fromJson({ metadata, data }: JsonPayload): Payload {
  const fields = Object.entries(metadata ?? {}).map(([name, text]) => [name, Buffer.from(text, 'base64')] as const);
  return { metadata: Object.fromEntries(fields), data: Buffer.from(data ?? '', 'base64') };
}

function toJson({ metadata, data }: Payload): JsonPayload {
  const fields = Object.entries(metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)] as const);
  return { metadata: Object.fromEntries(fields), ...(data?.length ? { data: base64(data) } : {}) };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
