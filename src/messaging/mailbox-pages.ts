// The development mailbox in a browser. Everything shown came by mail and is escaped; no script, no inline style.
import { Router, type Response } from 'express';
import { html, type Html } from './html';
import type { KeptText } from './development-gateway';
import type { Mailbox, MailSummary, StoredMail } from './mailbox';
import { calendarLines } from './mailbox-calendar';

const SHOWN = 200;

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1b1b1b; background: #fff; }
a { color: #005ea2; } a:focus-visible { outline: 3px solid #2491ff; outline-offset: 2px; }
.note { border-left: 0.3rem solid #936f38; background: #faf3d1; padding: 0.5rem 1rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding: 0.5rem 0; }
thead th, tbody td + td { overflow-wrap: normal; word-break: normal; white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid #a9aeb1; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f0f0f0; padding: 1rem; }
`;

/** `texts`: what the development gateway holds, newest first. */
export function mailboxRouter(mailbox: Mailbox, texts: () => readonly KeptText[] = () => []): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const all = mailbox.list();
    show(response, page('Mailbox', request.baseUrl, html`${listOf(all, request.baseUrl)}${textsOf(texts())}`));
  });
  router.get('/style.css', (_request, response) => void response.type('css').send(STYLE));
  router.get('/api.json', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ messages: mailbox.list(), texts: texts() });
  });
  router.get('/:id', async (request, response) => {
    const mail = await mailbox.get(request.params.id);
    if (mail === null) return notFound(response, request.baseUrl);
    show(response, page(mail.subject || 'No subject', request.baseUrl, one(mail, request.baseUrl)));
  });
  router.get('/:id/raw', async (request, response) => {
    const mail = await mailbox.get(request.params.id);
    if (mail === null) return notFound(response, request.baseUrl);
    // As plain text: what somebody mailed must never be run as a page of ours.
    response
      .set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
      .type('text/plain')
      .send(mail.raw);
  });
  return router;
}

function show(response: Response, content: Html): void {
  response.set('Cache-Control', 'no-store').type('html').send(content.toString());
}

function notFound(response: Response, base: string): void {
  response.status(404);
  show(response, page('No such message', base, html`<p>There is no such message in the mailbox.</p>`));
}

function page(title: string, base: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - development mailbox</title>
        <link rel="stylesheet" href="${base}/style.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `;
}

function listOf(all: readonly MailSummary[], base: string): Html {
  const hidden = all.length - SHOWN;
  return html`<p class="note">A mailbox for development. Nothing that is sent to it leaves this machine.</p>
    ${
      all.length === 0
        ? html`<p>No messages yet.</p>`
        : html`<table>
            <caption>
              ${all.length} ${all.length === 1 ? 'message' : 'messages'}, newest first
            </caption>
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">Received</th>
              </tr>
            </thead>
            <tbody>
              ${all.slice(0, SHOWN).map((mail) => row(mail, base))}
            </tbody>
          </table>`
    }
    ${hidden > 0 ? html`<p>${hidden} older messages are kept as files but not listed here.</p>` : ''}`;
}

function textsOf(texts: readonly KeptText[]): Html {
  if (texts.length === 0) return html``;
  return html`<h2>Text messages</h2>
    <table>
      <caption>
        ${texts.length} ${texts.length === 1 ? 'text' : 'texts'}, newest first
      </caption>
      <thead>
        <tr>
          <th scope="col">Text</th>
          <th scope="col">To</th>
          <th scope="col">Received</th>
          <th scope="col">Reported</th>
        </tr>
      </thead>
      <tbody>
        ${texts.slice(0, SHOWN).map(
          (one) =>
            html` <tr>
              <td>${one.text}</td>
              <td>${one.to}</td>
              <td>${time(one)}</td>
              <td>${one.status}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function row(mail: MailSummary, base: string): Html {
  return html` <tr>
    <td><a href="${base}/${mail.id}">${mail.subject || 'No subject'}</a></td>
    <td>${mail.to}</td>
    <td>${time(mail)}</td>
  </tr>`;
}

function one(mail: StoredMail, base: string): Html {
  return html`<p><a href="${base}/">All messages</a></p>
    <table>
      <tbody>
        <tr>
          <th scope="row">From</th>
          <td>${mail.from}</td>
        </tr>
        <tr>
          <th scope="row">To</th>
          <td>${mail.to}</td>
        </tr>
        <tr>
          <th scope="row">Received</th>
          <td>${time(mail)}</td>
        </tr>
      </tbody>
    </table>
    <h2>Text</h2>
    <pre>${mail.text}</pre>
    ${mail.calendar === null ? '' : calendar(mail.calendar)}
    <p><a href="${base}/${mail.id}/raw">The message as it was sent</a></p>`;
}

function calendar(source: string): Html {
  return html`<h2>Calendar part</h2>
    <table>
      <tbody>
        ${calendarLines(source).map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr> `,
        )}
      </tbody>
    </table>`;
}

function time({ receivedAt }: { readonly receivedAt: number }): Html {
  const at = new Date(receivedAt).toISOString();
  return html`<time datetime="${at}">${at.slice(0, 19).replace('T', ' ')} UTC</time>`;
}
