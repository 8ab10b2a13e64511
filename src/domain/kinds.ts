// The codes that rules read: a misspelt one would be recorded and never counted, so it is refused.
import type { CaseEvent } from './events';
import type { Condition, Done, Pattern, Program, When } from './rule';

export const kindTypes = new Set<CaseEvent['type']>([
  'ContactMade',
  'DocumentCompleted',
  'ActionTaken',
  'DecisionMade',
  'CircumstanceRecorded',
]);

const kindCache = new WeakMap<readonly Program[], Map<string, Set<string>>>();

/** Every kind that some rule reads or some program lists: a misspelt one would otherwise be recorded and never counted. */
export function knownKinds(programs: readonly Program[], type: CaseEvent['type']): Set<string> {
  let byType = kindCache.get(programs);
  if (!byType) kindCache.set(programs, (byType = new Map<string, Set<string>>()));
  let known = byType.get(type);
  if (!known) {
    known = new Set(
      programs.flatMap((p) => [
        ...(p.kinds ?? []),
        ...wordKinds(p),
        ...patternsOf(p).flatMap((pat) => ((pat.types as readonly string[]).includes(type) ? kindsIn(pat) : [])),
      ]),
    );
    byType.set(type, known);
  }
  return known;
}

function kindsIn(pattern: Pattern): string[] {
  const kind = pattern.where['kind'];
  return (Array.isArray(kind) ? kind : [kind]).filter((k): k is string => typeof k === 'string' && k !== 'anything');
}

/** Every pattern that a program reads events with. */
export function patternsOf(program: Program): Pattern[] {
  return partsOf(program, (value) => 'types' in value && 'where' in value && 'to' in value) as Pattern[];
}

/** Kinds that a word is given to look for. */
function wordKinds(program: Program): string[] {
  const words = partsOf(program, (value) => 'word' in value && 'args' in value) as Extract<Condition, { if: 'word' }>[];
  return words.flatMap(({ args }) => (typeof args['kind'] === 'string' ? [args['kind']] : []));
}

function partsOf(program: Program, wanted: (value: object) => boolean): object[] {
  const found: object[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if (wanted(value)) found.push(value);
      else Object.values(value as Record<string, When | Done | Condition>).forEach(visit);
    }
  };
  visit([program.duties, program.guards, program.guidance]);
  return found;
}
