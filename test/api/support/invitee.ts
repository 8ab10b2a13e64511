// Somebody who was invited, or asked for a decision, with a browser that runs no script: opens the page, and posts the forms that are on it.

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** What a reader sees. */
  readonly text: string;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export class Invitee {
  constructor(
    private readonly url: string,
    private readonly language = 'en',
    private readonly path = '/answer',
  ) {}

  async look(method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return shown(
      await fetch(this.url + this.path, { method, headers: { 'Accept-Language': this.language, ...headers } }),
    );
  }

  /** As a browser sends a form of the page: with what is hidden in it. */
  async press(
    page: Shown,
    form: string,
    filled: Fields,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Shown> {
    return this.post({ ...hiddenIn(page.html, form), ...filled }, headers);
  }

  async post(fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return shown(
      await fetch(`${this.url}${this.path}/open`, {
        method: 'POST',
        body,
        headers: { 'Sec-Fetch-Site': 'same-origin', Origin: this.url, 'Accept-Language': this.language, ...headers },
      }),
    );
  }

  async open(token: string): Promise<Shown> {
    return this.press(await this.look(), 'with-link', { token });
  }

  async openByCode(code: string): Promise<Shown> {
    return this.press(await this.look(), 'with-code', { code });
  }

  /** Opens, and sends the second form. */
  async answer(token: string, filled: Fields): Promise<Shown> {
    return this.press(await this.open(token), 'give', { give: '1', ...filled });
  }
}

async function shown(response: Response): Promise<Shown> {
  const html = await response.text();
  const text = plain(html.replace(/<title>.*?<\/title>/s, '').replace(/<[^>]*>/g, ' '));
  return { status: response.status, html, headers: response.headers, text };
}

/** What the page escaped, as it is read. */
function plain(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

type Attributes = Readonly<Record<string, string>>;

/** Our own pages are written in one way: double quotes, every sign in a value escaped. */
function inputsIn(html: string): Attributes[] {
  return [...html.matchAll(/<input\b([^>]*)>/g)].map(([, inside = '']) =>
    Object.fromEntries(
      [...inside.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)]),
    ),
  );
}

export function hiddenIn(html: string, form: string): Record<string, string> {
  const inside = new RegExp(`<form[^>]*id="${form}"[^>]*>(.*?)</form>`, 's').exec(html)?.[1];
  if (inside === undefined) throw new Error(`the page has no form ${form}: ${html}`);
  return Object.fromEntries(
    inputsIn(inside)
      .filter((input) => input['type'] === 'hidden')
      .map((input) => [input['name'] ?? '', input['value'] ?? '']),
  );
}

/** What is chosen or ticked. */
export function chosenIn(html: string, name: string): string[] {
  return inputsIn(html)
    .filter((input) => input['name'] === name && 'checked' in input)
    .map((input) => input['value'] ?? '');
}
