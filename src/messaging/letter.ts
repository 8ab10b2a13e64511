// A letter as its parts. The text and the HTML of a mail are both made from it, so that they never say different things.
import { html, type Html } from './html';

export type Block =
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly is: 'link'; readonly label: string; readonly url: string };

export interface Letter {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export const paragraph = (...sentences: readonly string[]): Block => ({ is: 'paragraph', text: sentences.join(' ') });
export const heading = (text: string): Block => ({ is: 'heading', text });
export const list = (...items: readonly string[]): Block => ({ is: 'list', items });
export const facts = (...rows: readonly (readonly [string, string])[]): Block => ({ is: 'facts', rows });
export const link = (label: string, url: string): Block => ({ is: 'link', label, url });

export function asText(letter: Letter): string {
  return `${letter.blocks.map(blockAsText).join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  switch (block.is) {
    case 'paragraph':
    case 'heading':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'link':
      return `${block.label}: ${block.url}`;
  }
}

export interface Reading {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Nothing in it is fetched from anywhere: an image or a style that is would tell when, and where, the letter was opened. */
export function asHtml(letter: Letter, { language, direction }: Reading): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <title>${letter.subject}</title>
      </head>
      <body>
        ${blocksAsHtml(letter)}
      </body>
    </html> `.toString();
}

export const blocksAsHtml = (letter: Letter): readonly Html[] => letter.blocks.map(blockAsHtml);

function blockAsHtml(block: Block): Html {
  switch (block.is) {
    case 'paragraph':
      return html`<p>${block.text}</p> `;
    case 'heading':
      return html`<h2>${block.text}</h2> `;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul> `;
    case 'facts':
      return html`<p>
        ${block.rows.map(([label, value], i) => html`${i === 0 ? '' : html`<br />`}<strong>${label}:</strong> ${value}`)}
      </p> `;
    case 'link':
      return html`<p>${block.label}: <a href="${block.url}">${block.url}</a></p> `;
  }
}
