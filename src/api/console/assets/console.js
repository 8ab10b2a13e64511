'use strict';
// Everything that comes from the server is shown as text, never as markup.
const byId = (id) => document.getElementById(id);

function element(name, content, attributes) {
  const made = document.createElement(name);
  for (const one of [content ?? []].flat()) made.append(one);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  return made;
}

function table(caption, heads, rows) {
  const head = element(
    'tr',
    heads.map((text) => element('th', text, { scope: 'col' })),
  );
  return element('table', [
    element('caption', caption),
    element('thead', head),
    element(
      'tbody',
      rows.map((cells) =>
        element(
          'tr',
          cells.map((cell) => element('td', cell ?? '')),
        ),
      ),
    ),
  ]);
}

const say = (text) => (byId('says').textContent = text);

/** With a body it is a question too: what the console sends changes nothing. */
async function ask(path, body) {
  const token = sessionStorage.getItem('token') ?? '';
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  const response = await fetch(
    path,
    body === undefined
      ? { headers }
      : { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (response.ok) return response.json();
  const problem = await response.json();
  throw new Error(`${problem.title}. ${problem.detail}`);
}

function due(item) {
  const late = item.status === 'overdue';
  return element('span', `${item.due ?? 'no date'}${late ? ' (overdue)' : ''}`, late ? { class: 'overdue' } : {});
}

function worklistPath() {
  const query = new URLSearchParams();
  if (byId('due-by').value) query.set('dueBy', byId('due-by').value);
  return `/v1/worklists/${byId('which').value}?${query}`;
}

function showList(...content) {
  byId('list').replaceChildren(...content);
  byId('worklists').hidden = false;
}

/** The lists beside the worklists (lists.js), by their name in the choice. */
const otherLists = {};

async function showWorklist() {
  const other = otherLists[byId('which').value];
  if (other) return other();
  const list = await ask(worklistPath());
  const rows = list.items.map((item) => [
    due(item),
    [item.says, ...item.also.map((one) => one.says)].join(' '),
    element('a', item.about, { href: `/cases/${encodeURIComponent(item.case)}` }),
    item.owner.name ?? item.owner.role,
    item.cites.join(', '),
  ]);
  showList(
    table(
      `${list.title}, as of ${list.asOf}: ${rows.length} open`,
      ['Due', 'What is owed', 'About', 'Owner', 'Source'],
      rows,
    ),
  );
}

// What a page shows once there is a token; case.js puts another in its place.
window.casework = { show: showWorklist, ask, element, table, due, byId, say, showList, otherLists };

async function refresh() {
  const token = sessionStorage.getItem('token');
  byId('forget').hidden = !token;
  if (!token) return say('Say who you are to see your cases: choose, or paste a token.');
  try {
    say('');
    await window.casework.show();
  } catch (error) {
    byId('list')?.replaceChildren();
    say(error.message);
  }
}

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('token', byId('token').value.trim());
  byId('token').value = '';
  void refresh();
});
async function become(staff) {
  const response = await fetch(`/sign-in/${encodeURIComponent(staff)}`, { method: 'POST' });
  if (!response.ok) return say('No token was given.');
  sessionStorage.setItem('token', (await response.json()).token);
  await refresh();
}

byId('user')?.addEventListener('change', (event) => {
  if (event.target.value) void become(event.target.value);
});
byId('forget').addEventListener('click', () => {
  sessionStorage.removeItem('token');
  location.reload();
});
for (const id of ['which', 'due-by']) byId(id)?.addEventListener('change', () => void refresh());
byId('print')?.addEventListener('click', () => window.print());
window.addEventListener('DOMContentLoaded', () => void refresh());
