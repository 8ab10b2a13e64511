// Text that people typed, made fit for a mail and a calendar. What is refused at the edge of the system may still stand in
// an older row or come from another program: nothing here may trust that somebody has looked before.

const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
// Characters that turn the direction of what follows: a name could make a line read backwards.
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
// Everything that some program takes for the end of a line.
const LINE_ENDS = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/g;

/** Several lines, each ended by \n, without characters that break or spoof a mail. */
export function plainText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(CONTROLS, '').replace(DIRECTIONS, '').replace(LONE_SURROGATES, '');
}

/** The same on one line: what stood on several is joined by commas. */
export function oneLine(text: string): string {
  return plainText(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join(', ');
}

/** Whether a field that must stay on one line could end that line, or holds another control character. */
export function breaksLine(text: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text) || /\p{Surrogate}/u.test(text);
}

/** One bare address: no display form, no comment, no list, no quoted part. */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(
      text,
    )
  );
}
