// How and when a person may be reached: kept in the directory, shown to staff, never in the record.
import { caseView } from '../../src/api/answers-case';
import { startTestApi, type Api } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const ways = {
  phone: '206-555-0147',
  channels: ['sms', 'email'],
  safeHours: { from: '09:00', to: '15:30' },
  noVoicemail: true,
  optOut: ['letter'],
};

test('kept at the opening, changed, taken out; the case hears only that something changed', async () => {
  const opened = await api.open({
    participants: [{ name: 'Berta Verne', role: 'parent', email: 'berta@example.org', ...ways }],
  });
  const at = `/v1/cases/${opened.case}`;
  const berta = opened.ids['participant:1'];
  const shown = async () => (await api.read(caseView, at)).participants.find(({ id }) => id === berta);
  expect(await shown()).toMatchObject({ ...ways, reachedBy: ['sms', 'email'] });

  await api.do('PATCH', `${at}/people/${berta}`, { optOut: ['sms'], noVoicemail: false });
  expect(await shown()).toMatchObject({ ...ways, optOut: ['sms'], noVoicemail: false, reachedBy: ['email'] });
  await api.do('PATCH', `${at}/people/${berta}`, { channels: null, safeHours: null, optOut: [] });
  expect(await shown()).toMatchObject({ channels: null, safeHours: null, reachedBy: ['email', 'sms', 'letter'] });
  await api.do('PATCH', `${at}/people/${berta}`, { doNotContact: true });
  expect((await shown())?.reachedBy).toEqual([]);
  expect(JSON.stringify(await api.store.journal(opened.case))).not.toMatch(/safeHours|15:30|optOut|0147/);
});

test('somebody added later has them too', async () => {
  const opened = await api.open();
  const at = `/v1/cases/${opened.case}`;
  const added = await api.do('POST', `${at}/people`, { name: 'Dana Okoro', role: 'kin', ...ways });
  const found = await api.store.people({ caseId: opened.case, ids: [added.ids['participant:1']!] });
  expect(found).toMatchObject([ways]);
});

test.each([
  ['a channel that there is not', { channels: ['pigeon'] }, '/channels/0'],
  ['a channel twice', { channels: ['sms', 'sms'] }, '/channels'],
  ['no channel at all', { channels: [] }, '/channels'],
  ['hours that are none', { safeHours: { from: '25:00', to: '09:00' } }, '/safeHours/from'],
  ['hours without an end', { safeHours: { from: '09:00' } }, '/safeHours/to'],
  ['hours that end when they begin', { safeHours: { from: '09:00', to: '09:00' } }, '/safeHours/to'],
  ['an opt-out of what there is not', { optOut: ['fax'] }, '/optOut/0'],
])('%s is refused with its field', async (_what, over, pointer) => {
  const opened = await api.open();
  const path = `/v1/cases/${opened.case}/people/${opened.ids['participant:1']}`;
  const refused = await api.fail('PATCH', path, over);
  expect([refused.status, refused.errors?.map((one) => one.pointer)]).toEqual([422, [pointer]]);
});
