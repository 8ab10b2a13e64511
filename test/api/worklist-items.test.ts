// What one record would meet is one item of a worklist, with the sentences that it comes from.
import { caseView } from '../../src/api/answers-case';
import { worklist } from '../../src/api/answers-worklists';
import { startTestApi, type Api } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('MO-46, MO-48: a CS-1 that two sentences ask for, of one child by one day, is one item with both citations', async () => {
  const opened = await api.open({ programs: ['mo-permanency'], events: [] });
  const at = `/v1/cases/${opened.case}`;
  const children = [opened.ids['child:1']!];
  const on = (await api.read(caseView, at)).openedOn;
  await api.do('POST', `${at}/events`, {
    events: [
      { type: 'EnteredCare', on, children },
      { type: 'CustodyReceived', on, children },
    ],
  });
  const { obligations } = await api.read(caseView, at);
  const [plan, first] = ['treatment-plan', 'first-cs1'].map((id) => obligations.find((one) => one.duty === id)!);
  expect(plan!.due).toBe(first!.due);

  const { items } = await api.read(worklist, '/v1/worklists/mine', 'cw1');
  const cs1 = items.filter((one) => [one.key, ...one.also.map(({ key }) => key)].some((key) => key === plan!.key));
  expect(cs1).toHaveLength(1);
  const [item] = cs1;
  expect([item!.key, ...item!.also.map((one) => one.key)].sort()).toEqual([plan!.key, first!.key].sort());
  expect([...item!.cites].sort()).toEqual([...new Set([...plan!.cites, ...first!.cites])].sort());
  expect([item!.says, ...item!.also.map((one) => one.says)]).toEqual(expect.arrayContaining([plan!.says, first!.says]));

  const page = await api.get('/v1/worklists/mine', 'cw1', { Accept: 'text/html' });
  expect(page.text.split(plan!.says)).toHaveLength(2);
  expect(page.text.split(first!.says)).toHaveLength(2);
});
