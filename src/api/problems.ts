// Everything that goes wrong is answered as RFC 9457 problem details. Values that were sent are never sent back; fields are named.
import type { z } from 'zod';
import type { Unmet } from '../domain/unmet';

/** Code -> status and title. The type of a problem is /problems/<code>, for ever. */
export const problemTypes = {
  'malformed-body': [400, 'The body is not JSON that can be read'],
  'bad-request': [400, 'The request is not well formed'],
  'key-missing': [400, 'The Idempotency-Key header is missing'],
  'key-unusable': [400, 'The Idempotency-Key header cannot be used'],
  unauthenticated: [401, 'Say who you are'],
  'not-permitted': [403, 'Somebody else must do this'],
  'not-found': [404, 'There is no such thing, or it is not yours to see'],
  'method-not-allowed': [405, 'This address does not take that method'],
  'not-acceptable': [406, 'The answer cannot be given in that form'],
  conflict: [409, 'It does not fit what is on record'],
  finished: [409, 'The case is finished'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body must be application/json'],
  'invalid-fields': [422, 'Some fields are not valid'],
  'invalid-text': [422, 'A text holds characters that cannot be kept'],
  'key-reused': [422, 'This Idempotency-Key was used for another request'],
  refused: [422, 'It cannot be recorded as it stands'],
  'too-many-requests': [429, 'Too many requests'],
  'internal-fault': [500, 'A fault of ours'],
  unavailable: [503, 'Not available at the moment'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemCode = keyof typeof problemTypes;

export interface FieldError {
  /** JSON Pointer (RFC 6901) into the body, or `?name` for a query parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly says: string;
  readonly cites: readonly string[];
  readonly mend?: string;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly title: string;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    [this.status, this.title] = problemTypes[code];
  }

  body(instance: string) {
    return {
      type: `/problems/${this.code}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      instance,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
    };
  }
}

/** The same for what is missing and for what belongs to others, to the last byte but the request id. */
export function notFound(): Problem {
  return new Problem('not-found', 'Check the address. Cases of other units are not shown.');
}

/** For the log: what an error is called, never what it says. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const LONGEST_NAME = 80;
const MOST_ERRORS = 50;

export function invalidFields(error: z.ZodError, where: 'body' | 'query' = 'body'): Problem {
  const errors = error.issues.flatMap((issue) => errorsOf(issue, where)).slice(0, MOST_ERRORS);
  return new Problem(
    'invalid-fields',
    'Nothing was recorded. Each entry of `errors` names a field and what is wrong with it.',
    errors,
  );
}

function errorsOf(issue: z.core.$ZodIssue, where: 'body' | 'query'): FieldError[] {
  const place = (path: readonly PropertyKey[]): string =>
    where === 'query' ? `?${path.map(String).join('.').slice(0, LONGEST_NAME)}` : pointerTo(path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: place([...issue.path, key]),
      code: 'unknown-field',
      says: 'There is no such field here.',
      cites: [],
      mend: 'Leave it out, or check how it is spelt: /openapi.json lists the fields.',
    }));
  return [{ pointer: place(issue.path), code: codeOf(issue), says: sentence(issue), cites: [] }];
}

function codeOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? 'invalid-value' : issue.code.replaceAll('_', '-');
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `The field is missing: it must be a ${issue.expected}.`;
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'type')
    return 'There is no such type of event: /openapi.json lists them.';
  return issue.message.charAt(0).toUpperCase() + issue.message.slice(1);
}

export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).slice(0, LONGEST_NAME).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

const CONFLICTS = new Set([
  'already-open',
  'closed',
  'decided',
  'duplicate',
  'finished',
  'meeting-state',
  'not-closed',
  'not-opened',
  'opening',
  'retracted',
  'withdrawn',
]);
const NOT_THEIRS = new Set(['own-request', 'not-approver', 'has-interest']);

/** `at`: where in the body the event stood that is at fault, for a body that is not a list of events. */
export function refusal(unmet: readonly Unmet[], at: (field: string) => string, caseId: string): Problem {
  const errors = unmet.map((one): FieldError => ({
    pointer: at(one.field ?? ''),
    code: one.code,
    says: one.says,
    cites: one.cites,
    ...(one.mend === undefined ? {} : { mend: one.mend }),
  }));
  const codes = unmet.map((one) => one.code);
  if (codes.includes('internal-fault'))
    return new Problem('internal-fault', 'Nothing was recorded. Tell the operator the request id.', errors);
  if (codes.includes('finished'))
    return new Problem(
      'finished',
      `Nothing was recorded. To go on with it, POST a reason to /v1/cases/${caseId}/reopen.`,
      errors,
    );
  if (codes.some((code) => NOT_THEIRS.has(code)))
    return new Problem('not-permitted', 'Nothing was recorded; the refusal is in the history of the case.', errors);
  if (codes.some((code) => CONFLICTS.has(code)))
    return new Problem('conflict', 'Nothing was recorded; the refusal is in the history of the case.', errors);
  if (codes.every((code) => code === 'invalid-fields'))
    return new Problem('invalid-fields', 'Nothing was recorded. Each entry of `errors` names a field.', errors);
  return new Problem(
    'refused',
    'Nothing was recorded. Each entry of `errors` is a condition that is not met; the refusal is in the history of the case.',
    errors,
  );
}
