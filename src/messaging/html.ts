// HTML in which everything that is filled in is escaped, unless it is itself such HTML.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export class Html {
  constructor(private readonly source: string) {}
  toString(): string {
    return this.source;
  }
}

type Part = string | number | Html | readonly Html[];

function escape(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(escape).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((page, piece, i) => page + escape(parts[i - 1] ?? '') + piece));
}
