// How often answers may be tried. Counted in this process: with several behind one address each counts for itself.
import type { Request, RequestHandler, Response } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';

export interface AnswerLimits {
  /** Tries of one address in a minute. */
  readonly perAddress: number;
  /** Tries with one link or code in a minute. */
  readonly perInvitation: number;
  /** Wrong codes in a minute, from all addresses together: a code is short, and many machines could guess side by side. */
  readonly wrongCodes: number;
}

export const answerLimits: AnswerLimits = { perAddress: 10, perInvitation: 5, wrongCodes: 100 };

type Refuse = (request: Request, response: Response) => void;

const limiter = (limit: number, refuse: Refuse, options: Partial<Options> = {}): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    legacyHeaders: false,
    // What is left of it would tell whether somebody else was here.
    standardHeaders: false,
    handler: (request, response) => {
      response.set('Retry-After', '60');
      refuse(request, response);
    },
    ...options,
  });

export const perAddress = ({ perAddress: most }: AnswerLimits, refuse: Refuse): RequestHandler => limiter(most, refuse);

/** `proofOf`: the hash of what was sent as proof, whether or not it is any good. */
export const perInvitation = (
  { perInvitation: most }: AnswerLimits,
  proofOf: (request: Request) => string | null,
  refuse: Refuse,
): RequestHandler =>
  limiter(most, refuse, {
    keyGenerator: (request) => proofOf(request) ?? 'none',
    skip: (request) => proofOf(request) === null,
  });

export const wrongCodes = (
  { wrongCodes: most }: AnswerLimits,
  hasCode: (request: Request) => boolean,
  refuse: Refuse,
): RequestHandler =>
  limiter(most, refuse, {
    keyGenerator: () => 'all',
    skip: (request) => !hasCode(request),
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 410,
  });
