// What the store promises of addresses, over each of the two databases: one that is confidential is compared with, never given out.
import type { Store } from '../../src/store/types';
import { databases, type Opened } from './support/stores';

describe.each(databases)('addresses over $name', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(() => opened?.close());

  const HOME = ['4711 Larkspur Hollow Road', 'Springfield'];
  const NEXT = ['12 Elm Street', 'Springfield'];
  const of = (caseId: string, over: object = {}) => ({
    caseId,
    person: 'p1',
    postal: null,
    confidential: false,
    ...over,
  });
  const among = async (caseId: string) => [
    ...(await store.confidentialAmong(caseId, [...HOME, '12 elm st', 'PO Box'])),
  ];

  test('what was shown until it became confidential, and what is given behind it, is compared with from then on', async () => {
    await store.saveAddress(of('case-a', { postal: HOME }));
    expect(await store.addresses('case-a')).toEqual([of('case-a', { postal: HOME })]);
    expect(await among('case-a')).toEqual([]);
    await store.saveAddress(of('case-a', { postal: ['PO Box 1'], confidential: true }), NEXT);
    expect(await store.addresses('case-a')).toEqual([of('case-a', { postal: ['PO Box 1'], confidential: true })]);
    expect(await among('case-a')).toEqual([HOME[0], '12 elm st']);
  });

  test('saved again it is the same; of another case it is nothing; without the label it is forgotten', async () => {
    const kept = of('case-b', { postal: ['PO Box 1'], confidential: true });
    await store.saveAddress(kept, HOME);
    await store.saveAddress(kept, HOME);
    expect(await store.addresses('case-b')).toEqual([kept]);
    expect(await among('case-b')).toEqual([HOME[0]]);
    expect(await among('case-c')).toEqual([]);
    await store.saveAddress(of('case-b', { postal: HOME }));
    expect(await among('case-b')).toEqual([]);
    expect(await store.confidentialAmong('case-b', [])).toEqual(new Set());
  });
});
