// What staff and auditors can ask about the policies themselves.
import { registerOfProgram, settingsList } from '../../src/api/answers';
import { startTestApi, type Api } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('numbers without a source are listed as agency settings, with the suggestion beside what the agency has set', async () => {
  const agency = (await api.store.agency())!;
  await api.store.saveAgency({
    ...agency,
    settings: {
      facilitatorWithin: { unit: 'days', n: 5 },
      graceDays: { versions: [{ from: '2099-01-01', value: 60 }] },
    },
  });
  const { settings } = await api.read(settingsList, '/v1/settings');
  expect(settings.find((one) => one.name === 'facilitatorWithin')).toEqual({
    name: 'facilitatorWithin',
    program: 'wa-enhanced-ppm',
    says: expect.stringMatching(/facilitator/) as string,
    cites: ['WA-17'],
    value: { unit: 'days', n: 5 },
    suggestion: { unit: 'days', n: 7 },
    own: true,
  });
  // Set, but not in force yet.
  expect(settings.find((one) => one.name === 'graceDays')).toMatchObject({ program: null, value: 30, own: true });
  for (const one of settings) expect([one.name, one.says]).toEqual([one.name, expect.stringMatching(/\.$/)]);
});

test('every requirement of a program can be read with what carries it', async () => {
  const { requirements, document } = await api.read(registerOfProgram, '/v1/programs/wa-enhanced-ppm/requirements');
  expect(document).toMatch(/^Enhanced Permanency Planning Meetings/);
  expect(requirements).toHaveLength(37);
  expect(requirements.find((one) => one.id === 'WA-07')).toMatchObject({
    state: 'encoded',
    carriers: expect.arrayContaining([
      expect.objectContaining({ kind: 'duty', where: 'wa-enhanced-ppm/ppm' }),
    ]) as unknown,
  });
  expect((await api.send('GET', '/v1/programs/no-such/requirements')).status).toBe(404);
});
