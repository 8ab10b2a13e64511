// The sample agency: its families cover all five programs, and their dates lie around today, whatever day that is.
import { caseView } from '../../src/api/answers-case';
import { programs } from '../../src/programs';
import { loadSample } from '../../src/sample';
import { sampleAgency, sampleStaff } from '../../src/sample/agency';
import { startTestApi, type Api } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi({}, async (store) => {
    await sampleAgency(store);
    return sampleStaff;
  });
});
afterAll(() => api.close());

test('each family is taken as staff would enter it, all five programs have one, and each has something due within a month', async () => {
  const tokenFor = async (id: string): Promise<string> => `token-of-${id}-0123456789`;
  const loaded = await loadSample(api.url, tokenFor, api.clock.now);
  const enrolled = new Set<string>();
  for (const { caseId, name } of loaded) {
    const response = await fetch(`${api.url}/v1/cases/${caseId}`, {
      headers: { Authorization: `Bearer ${await tokenFor('carla')}` },
    });
    const view = caseView.parse(await response.json());
    for (const { id } of view.programs) enrolled.add(id);
    const month = new Date(api.clock.now + 31 * 86_400_000).toISOString().slice(0, 10);
    const soon = view.obligations.filter(
      (o) => o.due !== null && o.due <= month && ['due', 'window', 'overdue', 'unknown'].includes(o.status),
    );
    const waits = view.obligations.some((o) => o.status === 'unknown');
    expect([name, soon.length > 0 || waits]).toEqual([name, true]);
    expect([name, view.stuck]).toEqual([name, null]);
  }
  expect([...enrolled].sort()).toEqual(
    programs
      .map((p) => p.id)
      .filter((id) => id !== 'every-case')
      .sort(),
  );
});
