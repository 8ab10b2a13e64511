// Duties of one kind: one record would meet them both. Two policies, or two sentences of one, may ask the same thing of the
// same child on the same day; whoever owes it does it once.
import type { Done, Duty, Pattern } from './rule';

/** Can one record meet both? Not two obligations of one duty: each of them asks for a record of its own. */
export function alike(one: Duty, other: Duty): boolean {
  if (one.id === other.id) return false;
  const served = new Set(servedBy(one.done));
  return servedBy(other.done).some((record) => served.has(record));
}

/** `DocumentCompleted cs-1`: the records that can serve. One about the event that opened the duty serves no other. */
function servedBy(done: Done): string[] {
  switch (done.done) {
    case 'event':
    case 'signed':
      return recordsOf(done.of);
    case 'parts':
      return recordsOf(done.in);
    case 'all':
    case 'any':
      return done.of.flatMap(servedBy);
    case 'everyone':
      return servedBy(done.of);
    case 'trigger':
    case 'word':
      return [];
  }
}

function recordsOf({ types, where, to }: Pattern): string[] {
  if (to === 'trigger') return [];
  const kinds = [where['kind'] ?? where['kinds'] ?? where['goal'] ?? []].flat();
  return types.flatMap((type) => (kinds.length === 0 ? [type] : kinds.map((kind) => `${type} ${kind}`)));
}
