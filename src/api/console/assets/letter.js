'use strict';
// The sheet of a letter, as the server made it: its words are escaped there, and the policy of this page lets no script of it run.
(() => {
  const { ask, byId, say } = window.casework;
  const [, , caseId, , letter] = location.pathname.split('/');
  const path = `/v1/cases/${caseId}/letters/${letter}`;
  const authorization = () => ({ Authorization: `Bearer ${sessionStorage.getItem('token') ?? ''}` });

  async function show() {
    const { stands } = await ask(path);
    const response = await fetch(`${path}?format=html`, { headers: { ...authorization(), Accept: 'text/html' } });
    if (!response.ok) throw new Error('The letter cannot be shown.');
    const sheet = new DOMParser().parseFromString(await response.text(), 'text/html');
    // A style that is inserted as text would be refused by the policy of the page.
    const style = new CSSStyleSheet();
    style.replaceSync(sheet.querySelector('style')?.textContent ?? '');
    document.adoptedStyleSheets = [style];
    document.title = sheet.title;
    const place = byId('letter');
    place.lang = sheet.documentElement.lang;
    place.dir = sheet.documentElement.dir;
    place.replaceChildren(...sheet.body.childNodes);
    byId('print').hidden = false;
    byId('posted').hidden = stands !== 'to-post';
    if (stands === 'posted') say('It was posted.');
    if (stands === 'withdrawn') say('What it says no longer holds: do not post it.');
  }

  byId('posted').addEventListener('click', async () => {
    const response = await fetch(`${path}/posted`, {
      method: 'POST',
      headers: {
        ...authorization(),
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: '{}',
    });
    const answer = await response.json();
    if (!response.ok) return say(`${answer.title}. ${answer.detail}`);
    byId('posted').hidden = true;
    say('Recorded: it was posted.');
  });

  window.casework.show = show;
})();
