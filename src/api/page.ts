// The frame of every page: no inline script, no inline style, so that the policy of the browser may forbid them.
import { html, type Html } from '../messaging/html';

export interface PageOptions {
  readonly title: string;
  readonly language?: string;
  readonly body: Html;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

export function page({
  title,
  language = 'en',
  body,
  styles = ['/assets/style.css'],
  scripts = [],
}: PageOptions): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body>
        ${body} ${scripts.map((src) => html`<script src="${src}" defer></script>`)}
      </body>
    </html> `.toString();
}
