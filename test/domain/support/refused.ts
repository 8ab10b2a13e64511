// What was refused, as `code field`: whoever is refused reads why, and what would make it acceptable.
import type { Unmet } from '../../../src/domain/unmet';

export function refusedFor(unmet: readonly Unmet[]): string[] {
  for (const { code, says, mend } of unmet)
    expect([code, says.length > 10, (mend ?? '').length > 10]).toEqual([code, true, true]);
  return unmet.map(({ code, field }) => `${code} ${field}`);
}
