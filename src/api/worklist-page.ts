import { html } from '../messaging/html';
import { page } from './page';
import type { Worklist } from './routes/worklists';

export function worklistPage({ title, asOf, items }: Worklist): string {
  const rows = items.map(
    (item) =>
      html`<tr>
        <td>${item.due ?? 'no date'}</td>
        <td>${item.status}</td>
        <td>${[item.says, ...item.also.map((one) => one.says)].join(' ')}</td>
        <td>${item.about}</td>
        <td>${item.owner.name ?? item.owner.staff ?? item.owner.role}</td>
        <td>${item.cites.join(', ')}</td>
        <td class="id">${item.case}</td>
      </tr>`,
  );
  return page({
    title: `${title}, ${asOf}`,
    styles: ['/assets/style.css', '/assets/print.css'],
    body: html`<main>
      <h1>${title}</h1>
      <p>As of ${asOf}: ${items.length} open.</p>
      <table>
        <caption>
          ${title}, the earliest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Due</th>
            <th scope="col">Status</th>
            <th scope="col">What is owed</th>
            <th scope="col">About</th>
            <th scope="col">Owner</th>
            <th scope="col">Source</th>
            <th scope="col">Case</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </main>`,
  });
}
