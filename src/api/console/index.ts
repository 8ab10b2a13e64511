// The small console: a page with links and worklists, a page for each case, and the description of the API to read. The pages
// hold no data; a script fetches it with the token that the reader pasted.
import { dirname, join } from 'node:path';
import express, { Router, type Response } from 'express';
import { html, type Html } from '../../messaging/html';
import type { Deps } from '../deps';
import { page, type PageOptions } from '../page';
import { problemTypes } from '../problems';

const swagger = dirname(require.resolve('swagger-ui-dist/package.json'));

export function consoleRouter({ links }: Pick<Deps, 'links'>): Router {
  const router = Router();
  const unchanging = { index: false, maxAge: '1h' } as const;
  router.use('/assets', express.static(join(__dirname, 'assets'), unchanging));
  router.use('/docs/assets', express.static(swagger, unchanging));
  router.get('/', (_request, response) => show(response, start(links)));
  router.get('/cases/:case', (_request, response) => show(response, onCase(links)));
  router.get('/cases/:case/letters/:letter', (_request, response) => show(response, onLetter(links)));
  router.get('/docs', (_request, response) => show(response, docs()));
  router.get('/problems', (_request, response) => show(response, problems()));
  router.get('/problems/:code', (_request, response) => show(response, problems()));
  return router;
}

function show(response: Response, options: PageOptions): void {
  response.set('Cache-Control', 'no-cache').type('html').send(page(options));
}

const signIn = ({ users = [] }: Deps['links']): Html =>
  html`<form id="sign-in">
      ${
        users.length === 0
          ? ''
          : html`<label for="user">One of the sample staff</label>
              <select id="user">
                <option value="">choose, or paste a token</option>
                ${users.map(({ id, name, role }) => html`<option value="${id}">${name}, ${role}</option>`)}
              </select>`
      }
      <label for="token">Your token</label>
      <input id="token" name="token" type="password" autocomplete="off" spellcheck="false" required />
      <button type="submit">Use it</button>
      <button type="button" id="forget" hidden>Forget it</button>
    </form>
    <p id="says" role="status"></p>`;

function start(links: Deps['links']): PageOptions {
  const link = (href: string | undefined, text: string): Html | string =>
    href === undefined ? '' : html`<li><a href="${href}">${text}</a></li>`;
  return {
    title: 'Casework',
    styles: ['/assets/style.css', '/assets/print.css'],
    scripts: ['/assets/console.js', '/assets/lists.js'],
    body: html`<header><h1>Casework</h1></header>
      <nav aria-label="Places">
        <ul>
          ${link('/docs', 'The API, to read and to try')}
          ${link(links.webUi, 'Temporal Web UI: the cases as they sleep')}
          ${link(links.mailbox, 'Development mailbox: every message that was sent')}
        </ul>
      </nav>
      <main>
        ${signIn(links)}
        <section id="worklists" hidden aria-labelledby="worklist-title">
          <h2 id="worklist-title">Worklist</h2>
          <p>
            <label for="which">Show</label>
            <select id="which">
              <option value="mine">what I owe</option>
              <option value="unit">what my unit owes</option>
              <option value="overdue">what is overdue</option>
              <option value="decisions">what waits for my decision</option>
              <option value="caseload">the caseloads of my unit</option>
              <option value="letters">letters to post</option>
              <option value="findings">what does not add up</option>
            </select>
            <label for="due-by">due by</label> <input id="due-by" type="date" />
            <button type="button" id="print">Print it</button>
          </p>
          <div id="list"></div>
        </section>
      </main>`,
  };
}

function onCase(links: Deps['links']): PageOptions {
  return {
    title: 'Case',
    scripts: ['/assets/console.js', '/assets/case.js'],
    body: html`<header>
        <p><a href="/">Casework</a></p>
      </header>
      <main>
        ${signIn(links)}
        <div id="case"></div>
      </main>`,
  };
}

function onLetter(links: Deps['links']): PageOptions {
  return {
    title: 'Letter',
    styles: ['/assets/letter.css'],
    scripts: ['/assets/console.js', '/assets/letter.js'],
    body: html`<div class="console">
        <p><a href="/">Casework</a></p>
        ${signIn(links)}
        <button type="button" id="print" hidden>Print it</button>
        <button type="button" id="posted" hidden>Record that it was posted</button>
      </div>
      <main id="letter"></main>`,
  };
}

function docs(): PageOptions {
  return {
    title: 'Casework API',
    styles: ['/docs/assets/swagger-ui.css'],
    scripts: ['/docs/assets/swagger-ui-bundle.js', '/assets/docs.js'],
    body: html`<main id="swagger"></main>`,
  };
}

function problems(): PageOptions {
  const rows = Object.entries(problemTypes).map(
    ([code, [status, title]]) =>
      html`<tr id="${code}">
        <td>/problems/${code}</td>
        <td>${status}</td>
        <td>${title}</td>
      </tr>`,
  );
  return {
    title: 'Problems that the API answers with',
    body: html`<main>
      <h1>Problems that the API answers with</h1>
      <p>
        Each is an application/problem+json document (RFC 9457). <code>errors</code> names fields by JSON Pointer, says
        what is wrong, cites the policy where one asks for it, and says what would mend it.
      </p>
      <table>
        <caption>
          Types
        </caption>
        <thead>
          <tr>
            <th scope="col">type</th>
            <th scope="col">status</th>
            <th scope="col">title</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </main>`,
  };
}
