// A body is read more strictly than JSON.parse does: of two fields of one name the parser would keep the last without a word, and
// a deeply nested body would break whatever walks over it later.
import { pointerTo, Problem, type FieldError } from './problems';

const DEEPEST = 32;

export function readJson(bytes: Uint8Array): unknown {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    throw malformed('It begins with a byte order mark: send UTF-8 without one.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed('It is not UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body.
    throw malformed('It is not valid JSON.');
  }
  const fault = structureFault(text);
  if (fault !== undefined) throw malformed(fault);
  return value;
}

function malformed(detail: string): Problem {
  return new Problem('malformed-body', `${detail} Nothing was recorded.`);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** Too deep, or a field twice in one object. Of text that is JSON: on anything else the pattern could take a very long time. */
function structureFault(text: string): string | undefined {
  const open: (Set<string> | null)[] = []; // a set of names for an object, null for an array
  let last = '';
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const token = found[0];
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > DEEPEST) return `It is nested more than ${DEEPEST} levels deep.`;
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && last.startsWith('"')) {
      const names = open.at(-1);
      const name = unquoted(last);
      if (names?.has(name)) return 'One of its objects has a field twice.';
      names?.add(name);
    }
    last = token;
  }
  return undefined;
}

/** The same name may be written in two ways. */
function unquoted(token: string): string {
  return JSON.parse(token) as string;
}

/** Characters that no store, mail or calendar can keep: named by place before anything else is looked at. */
export function requireStorableText(body: unknown): void {
  const errors: FieldError[] = [];
  const visit = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      const says = forbiddenIn(value);
      if (says !== undefined) errors.push({ pointer: pointerTo(path), code: 'invalid-text', says, cites: [] });
    } else if (Array.isArray(value)) value.forEach((item, i) => visit(item, [...path, i]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        const says = forbiddenIn(key);
        if (says !== undefined)
          errors.push({
            pointer: pointerTo(path),
            code: 'invalid-text',
            says: `A name of a field: ${says}`,
            cites: [],
          });
        visit(item, [...path, key.replaceAll(/\p{C}/gu, '?')]);
      }
  };
  visit(body, []);
  if (errors.length > 0)
    throw new Problem('invalid-text', 'Nothing was recorded. Take those characters out.', errors.slice(0, 50));
}

function forbiddenIn(text: string): string | undefined {
  if (text.includes('\u0000')) return 'It holds a NUL character.';
  if (/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text)) return 'It holds a control character.';
  if (/\p{Surrogate}/u.test(text)) return 'It holds half of a character (a lone surrogate).';
  if (/[\u202a-\u202e]/.test(text)) return 'It holds a character that turns the direction of the text around.';
  return undefined;
}
