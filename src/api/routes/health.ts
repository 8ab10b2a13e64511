import { health } from '../answers';
import type { Deps } from '../deps';
import { operation } from '../operation';

const BACKLOG_MS = 30_000;

export const live = operation({
  id: 'live',
  summary: 'The process answers',
  open: true,
  answers: { 200: health },
  handle: async () => ({ status: 200, body: { state: 'live' } }),
});

export const ready = operation({
  id: 'ready',
  summary: 'It can take requests; without Temporal they are safe, and recorded when it is back',
  open: true,
  answers: { 200: health, 503: health },
  async handle({ deps }) {
    const [store, temporal] = await Promise.all([ok(() => deps.store.health()), ok(() => deps.cases.health())]);
    if (store === 'away') return { status: 503, body: { state: 'not-ready', store, temporal } };
    return { status: 200, body: { state: 'ready', store, temporal, backlog: await backlogOf(deps) } };
  },
});

async function backlogOf({ store, now }: Deps): Promise<number> {
  return (await store.unanswered(now() - BACKLOG_MS)).length;
}

async function ok(check: () => Promise<void>): Promise<'ok' | 'away'> {
  const late = new Promise<'away'>((resolve) => void setTimeout(resolve, 3_000, 'away').unref());
  return Promise.race([
    check().then(
      () => 'ok' as const,
      () => 'away' as const,
    ),
    late,
  ]);
}
