// Loads the sample families the way staff would enter them: through the API, each request with its own key, so that a start that
// was broken off goes on where it stopped.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { dayOf } from './domain/calendar';
import { SAMPLE_ZONE } from './sample/agency';
import { meetingFamilies, type SampleStep } from './sample/families';
import { planningFamilies } from './sample/planning-families';

const answer = z.object({ case: z.string(), ids: z.record(z.string(), z.string()) });

export interface SampleCase {
  readonly name: string;
  readonly caseId: string;
  readonly ids: Readonly<Record<string, string>>;
}

export type TokenFor = (staff: string) => Promise<string>;

export async function loadSample(url: string, tokenFor: TokenFor, now: number): Promise<SampleCase[]> {
  const loaded: SampleCase[] = [];
  const today = dayOf(now, SAMPLE_ZONE);
  for (const family of [...meetingFamilies(today), ...planningFamilies(today)]) {
    const opened = await send(url, tokenFor, family.opening);
    for (const step of family.next?.(opened.ids, opened.case) ?? []) await send(url, tokenFor, step);
    loaded.push({ name: family.name, caseId: opened.case, ids: opened.ids });
  }
  return loaded;
}

const TRIES = 20;

/** Until it is recorded: the worker may still be starting. */
async function send(url: string, tokenFor: TokenFor, step: SampleStep): Promise<z.infer<typeof answer>> {
  const token = await tokenFor(step.by);
  for (let left = TRIES; ; left -= 1) {
    const response = await fetch(`${url}${step.path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `sample-${step.name}`,
      },
      body: JSON.stringify(step.body),
    });
    const body: unknown = await response.json();
    if (response.status === 200 || response.status === 201) return answer.parse(body);
    if (response.status !== 202 || left === 0)
      throw new Error(
        `The sample could not be loaded: ${step.name} was answered ${response.status}: ${JSON.stringify(body)}`,
      );
    await pause(500);
  }
}
