import type { z } from 'zod';
import { html } from '../messaging/html';
import type { letters } from './answers-deliveries';
import { page } from './page';

export function lettersPage({ asOf, letters: waiting }: z.input<typeof letters>): string {
  const rows = waiting.map(
    (one) =>
      html`<tr>
        <td>${one.startsAt?.replace('T', ' ') ?? ''}</td>
        <td>${one.to.name ?? one.to.id}</td>
        <td>${one.says}</td>
        <td>${one.facilitator ?? 'nobody'}</td>
        <td>${one.since.slice(0, 10)}</td>
        <td class="id">${one.case}</td>
        <td class="id">${one.letter}</td>
      </tr>`,
  );
  return page({
    title: `Letters to post, ${asOf}`,
    styles: ['/assets/style.css', '/assets/print.css'],
    body: html`<main>
      <h1>Letters to post</h1>
      <p>As of ${asOf}: ${waiting.length} ${waiting.length === 1 ? 'letter waits' : 'letters wait'}.</p>
      <table>
        <caption>
          Letters to print and post, the oldest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Meeting</th>
            <th scope="col">To</th>
            <th scope="col">What it says</th>
            <th scope="col">Facilitator</th>
            <th scope="col">Waits since</th>
            <th scope="col">Case</th>
            <th scope="col">Letter</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </main>`,
  });
}
