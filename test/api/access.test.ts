// Who may see what: a case of others and a case that never was look the same.
import { routes } from '../../src/api/routes';
import { IssuerAway } from '../../src/platform/identity';
import { startTestApi, type Api, type Recorded } from './support/api';

let api: Api;
let opened: Recorded;
beforeAll(async () => {
  api = await startTestApi();
  opened = await api.open();
});
afterAll(() => api.close());

const closed = routes.filter((route) => !route.operation.open);
const named = closed.map(({ method, path }) => [method.toUpperCase(), path] as const);

test.each(named)('%s %s asks who is asking', async (method, path) => {
  const address = path.replaceAll(/:[a-z]+/g, 'x');
  for (const headers of [{}, { Authorization: 'Bearer wrong-token-0123456789' }, { Authorization: 'Basic Y3cxOng=' }]) {
    const reply = await api.send(method, address, { as: null, headers, ...(method === 'GET' ? {} : { body: {} }) });
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="casework"');
  }
});

const ofCase = closed.filter((route) => route.path.startsWith('/v1/cases/:case'));
const valid: Readonly<Record<string, object>> = {
  '/what-if': { events: [{ type: 'AllegationReported' }] },
  '/events': { events: [{ type: 'AllegationReported' }] },
  '/correction': { to: { type: 'AllegationReported' }, reason: 'x' },
  '/retraction': { reason: 'x' },
  '/meetings': { kinds: ['ppm'], invitees: ['p'], startsAt: '2026-03-20T17:30', zone: 'America/Los_Angeles' },
  '/times': {
    kinds: ['ppm'],
    invitees: ['p'],
    slots: ['2026-03-20T17:30', '2026-03-21T17:30'],
    zone: 'America/Los_Angeles',
    answerBy: '2026-03-10',
  },
  '/split': { sessions: ['p', 'q'].map((person) => ({ invitees: [person], startsAt: '2026-03-20T17:30' })) },
  '/reschedule': { startsAt: '2026-03-20T17:30', zone: 'America/Los_Angeles' },
  '/cancel': { reason: 'x' },
  '/held': { attendance: [] },
  '/not-held': { reason: 'x' },
  '/people': { name: 'A', role: 'kin' },
  '/people/:person': { name: 'B' },
  '/address': { postal: ['1 Elm Street'] },
  '/documents/:document/signatures': { signer: 'cw1' },
  '/documents/:document/refusals': { signer: 'cw1', reason: 'x' },
  '/sign-offs': { of: 'exception', reason: 'x' },
  '/sign-offs/:request': { decision: 'approved', reason: 'x' },
  '/waiver': { obligation: 'a/b/c', authority: 'x', reason: 'y' },
  '/closure': { reason: 'reunified' },
  '/reopen': { reason: 'x' },
};

test.each(ofCase.map(({ method, path }) => [method.toUpperCase(), path] as const))(
  '%s %s: a case of another unit is answered like one that never was',
  async (method, path) => {
    const address = (caseId: string): string =>
      path.replace(':case', caseId).replaceAll(/:[a-z]+/g, 'x') + (path.endsWith('explanation') ? '?key=abc' : '');
    const suffix = Object.keys(valid).find((one) => path.endsWith(one)) ?? '';
    const body = method === 'GET' ? {} : { body: valid[suffix] ?? {} };
    const before = (await api.store.journal(opened.case)).length;
    const theirs = await api.send(method, address(opened.case), { as: 'cw2', ...body });
    const nobodys = await api.send(method, address('case-00000000000000000000000000000000'), { as: 'cw2', ...body });
    expect(theirs.status).toBe(404);
    const same = (text: string, id: string | null): string => text.replace(id ?? '', '(id)');
    expect(same(theirs.text, theirs.headers.get('x-request-id'))).toBe(
      same(nobodys.text, nobodys.headers.get('x-request-id')),
    );
    expect((await api.store.journal(opened.case)).length).toBe(before);
    expect(await api.store.case('case-00000000000000000000000000000000')).toBeNull();
  },
);

test('a supervisor sees the cases of the unit, a program manager those of all units', async () => {
  expect((await api.get(`/v1/cases/${opened.case}`, 'sup1')).status).toBe(200);
  expect((await api.get(`/v1/cases/${opened.case}`, 'pm1')).status).toBe(200);
});

test('somebody who is no longer active is nobody', async () => {
  const agency = await api.store.agency();
  if (!agency) throw new Error('no agency');
  await api.store.saveAgency({
    ...agency,
    staff: agency.staff.map((person) => (person.id === 'fac1' ? { ...person, active: false } : person)),
  });
  expect((await api.get('/v1/worklists/mine', 'fac1')).status).toBe(401);
  await api.store.saveAgency(agency);
});

test('while the issuer of tokens is away nobody is turned away as unknown: 503', async () => {
  const known = jest.spyOn(api.deps.identity, 'whoIs').mockRejectedValue(new IssuerAway());
  const reply = await api.get('/v1/worklists/mine');
  known.mockRestore();
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '10']);
});

test('pages allow no script and no style of their own, and no frame around them', async () => {
  for (const path of ['/', '/docs', '/cases/x', '/problems/finished']) {
    const reply = await api.send('GET', path, { as: null });
    expect(reply.status).toBe(200);
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(reply.text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('every script and style that a page names is there', async () => {
  for (const path of ['/', '/docs', '/cases/x']) {
    const { text } = await api.send('GET', path, { as: null });
    const named = [...text.matchAll(/(?:src|href)="(\/(?:assets|docs)\/[^"]+)"/g)].map((found) => found[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    for (const one of named) expect((await api.send('GET', one, { as: null })).status).toBe(200);
  }
});
