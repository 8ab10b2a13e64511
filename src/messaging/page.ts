// A letter on paper, for people with neither mail nor telephone number: one sheet, large type, printed by a browser. It goes
// out in an envelope, so the agency's address stands on it and nothing has to be opened, scanned or typed.
import { html, Html } from './html';
import { blocksAsHtml, type Letter, type Reading } from './letter';

export interface Paper extends Reading {
  /** The agency's block: name, address, telephone, line by line. */
  readonly from: readonly string[];
  /** As on the envelope: a name, and an address if it is given. Who is under protection has a substitute one. */
  readonly to: readonly string[];
  /** In words. */
  readonly date: string;
}

// In the page itself: a sheet that is fetched may not be there when it is printed.
const STYLE = new Html(`
@page { size: letter; margin: 0.7in 0.75in; }
body { font: 14pt/1.3 Arial, Helvetica, sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 7in; }
header { display: flex; flex-direction: row-reverse; justify-content: space-between; gap: 0.3in; }
address { font-style: normal; } .from { text-align: end; font-size: 12pt; }
h1, h2 { font-size: 15pt; margin: 0.6em 0 0.2em; break-after: avoid; }
p { margin: 0.4em 0; } ul { margin: 0.2em 0; padding-inline-start: 1.2em; }
`);

export function asPage(letter: Letter, { language, direction, from, to, date }: Paper): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${letter.subject}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <address class="from">${lines(from)}</address>
          <address>${lines(to)}</address>
        </header>
        <p>${date}</p>
        <h1>${letter.subject}</h1>
        ${blocksAsHtml(letter)}
      </body>
    </html> `.toString();
}

const lines = (block: readonly string[]): readonly Html[] =>
  block.map((line, i) => html`${i === 0 ? '' : html`<br />`}${line}`);
