// One member of staff at the API: every answer is held against its description.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import * as answers from '../../../src/api/answers';

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}
const { recorded } = answers;
export type Recorded = z.output<typeof recorded>;

export class Browser {
  constructor(
    readonly url: string,
    private readonly token: () => Promise<string>,
  ) {}

  async send(method: string, path: string, body?: object, key: string = randomUUID()): Promise<Reply> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${await this.token()}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, json: JSON.parse(text) as unknown };
  }

  async read<S extends z.ZodType>(schema: S, path: string): Promise<z.output<S>> {
    const reply = await this.send('GET', path);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return schema.parse(reply.json);
  }

  /** Expects that it is recorded, and that the answer says so with this status. */
  async post(status: 200 | 201, path: string, body: object, key?: string): Promise<Recorded> {
    const reply = await this.send('POST', path, body, key);
    if (reply.status !== status) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return recorded.parse(reply.json);
  }
}
