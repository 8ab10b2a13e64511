// Several signatures on one document, in any order, each with its day; and a refusal where the program allows it.
import { caseView, signatures } from '../../src/api/answers-case';
import { startTestApi, type Api } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** A child in care in Missouri since February 20, and a Social Service Plan that names her mother. */
async function planned() {
  const opened = await api.open({ programs: ['mo-permanency'], events: [] });
  const at = `/v1/cases/${opened.case}`;
  const [child, mother] = [opened.ids['child:1']!, opened.ids['participant:1']!];
  const children = [child];
  await api.do('POST', `${at}/events`, {
    events: [
      { type: 'ChildRemoved', on: '2026-02-20', children },
      { type: 'CircumstanceRecorded', on: '2026-02-20', kind: 'came-into-care', children },
      { type: 'EnteredCare', on: '2026-02-20', children },
      { type: 'CustodyReceived', on: '2026-02-20', children },
      { type: 'DocumentCompleted', on: '2026-02-26', document: 'ssp-1', kind: 'ssp', children, participants: [mother] },
    ],
  });
  const path = `${at}/documents/ssp-1/signatures`;
  const read = () => api.read(signatures, path);
  const wanted = async () => (await read()).wanted.find((one) => one.duty === 'social-service-plan')!;
  return { at, path, mother, read, wanted, refusals: `${at}/documents/ssp-1/refusals` };
}
const status = async (at: string) =>
  (await api.read(caseView, at)).obligations.find((one) => one.duty === 'social-service-plan');

test('MO-53, MO-54: in any order; what is lacking is named until the last one, and its day is the day of the plan', async () => {
  const { at, path, mother, read, wanted } = await planned();
  expect(await wanted()).toMatchObject({
    program: 'mo-permanency',
    cites: ['MO-53', 'MO-54'],
    complete: false,
    lacking: [
      'the signature of the caseworker',
      'the signature of the supervisor',
      `the signature of parent ${mother}, or a recorded refusal`,
    ],
  });
  await api.do('POST', path, { signer: 'sup1', on: '2026-03-01' }, { as: 'sup1' });
  await api.do('POST', path, { signer: mother, on: '2026-02-28' });
  expect((await wanted()).lacking).toEqual(['the signature of the caseworker']);
  expect(await status(at)).toMatchObject({ status: 'due', due: '2026-03-22' });
  await api.do('POST', path, { signer: 'cw1', on: '2026-02-27' });
  expect(await wanted()).toMatchObject({ complete: true, lacking: [] });
  expect(await status(at)).toMatchObject({ status: 'met', doneOn: '2026-03-01' });
  const { document, kind, completedOn, given } = await read();
  expect({ document, kind, completedOn }).toEqual({ document: 'ssp-1', kind: 'ssp', completedOn: '2026-02-26' });
  expect(new Map(given.map(({ signer, name, signed, on }) => [signer, [name, signed, on]]))).toEqual(
    new Map<string, unknown[]>([
      ['cw1', ['Staff cw1', true, '2026-02-27']],
      [mother, ['Berta Verne', true, '2026-02-28']],
      ['sup1', ['Staff sup1', true, '2026-03-01']],
    ]),
  );
});

test('a recorded refusal stands for the mother, with its reason; for the supervisor it does not', async () => {
  const { path, refusals, mother, read, wanted } = await planned();
  await api.do('POST', path, { signer: 'cw1' });
  await api.do('POST', refusals, { signer: mother, reason: 'She disagrees with the goal.' });
  await api.do('POST', refusals, { signer: 'sup1', reason: 'Not yet.' }, { as: 'sup1' });
  expect((await wanted()).lacking).toEqual(['the signature of the supervisor']);
  expect((await read()).given.find((one) => one.signer === mother)).toMatchObject({
    signed: false,
    reason: 'She disagrees with the goal.',
  });
  await api.do('POST', path, { signer: 'sup1' }, { as: 'sup1' });
  expect((await wanted()).complete).toBe(true);
});

test('twice, by somebody unknown, or on a document that is not there: refused, each with the way out', async () => {
  const { at, path, refusals, mother } = await planned();
  await api.do('POST', path, { signer: mother });
  expect(await api.fail('POST', path, { signer: mother })).toMatchObject({
    status: 409,
    errors: [{ pointer: '/signer', code: 'duplicate', mend: expect.stringMatching(/^Correct the earlier record/) }],
  });
  expect(await api.fail('POST', path, { signer: 'p-nobody' })).toMatchObject({
    status: 422,
    errors: [{ pointer: '/signer', code: 'unknown-signer', mend: expect.stringMatching(/^Add the person first/) }],
  });
  expect(await api.fail('POST', refusals, { signer: mother })).toMatchObject({
    status: 422,
    errors: [{ pointer: '/reason' }],
  });
  for (const what of ['signatures', 'refusals'])
    expect(
      await api.fail('POST', `${at}/documents/none/${what}`, {
        signer: mother,
        ...(what === 'refusals' ? { reason: 'x' } : {}),
      }),
    ).toMatchObject({ status: 404, detail: expect.stringMatching(/^No such document/) });
  expect((await api.get(`${at}/documents/none/signatures`)).status).toBe(404);
});

test('completed anew the document is signed anew', async () => {
  const { at, path, mother, wanted } = await planned();
  await api.do('POST', path, { signer: mother });
  await api.do('POST', `${at}/events`, {
    events: [{ type: 'DocumentCompleted', document: 'ssp-1', kind: 'ssp', participants: [mother] }],
  });
  await api.do('POST', path, { signer: mother });
  expect((await wanted()).lacking).not.toContain(`the signature of parent ${mother}, or a recorded refusal`);
});
