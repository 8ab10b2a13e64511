// The calendar part of a stored mail, as a person can read it. For looking only: the lines as they are, unfolded, without the
// rules of the time zone.

export function calendarLines(source: string): (readonly [name: string, value: string])[] {
  const lines = source
    .replace(/\r?\n[ \t]/g, '')
    .replace(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE\r?\n?/g, '')
    .split(/\r?\n/);
  return lines.flatMap((line) => {
    // A colon inside quotes belongs to a parameter.
    const match = /^((?:[^":]|"[^"]*")+):(.*)$/.exec(line);
    const [, name, value] = match ?? [];
    if (name === undefined || value === undefined || name === 'BEGIN' || name === 'END') return [];
    return [[name, value.replace(/\\([nN\\;,])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c))] as const];
  });
}
