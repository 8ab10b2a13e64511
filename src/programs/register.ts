// Proof that nothing was left out: each requirement of the five documents -> what carries it.
import type { Program } from '../domain/rule';
import requirements from './requirements.json';

/** duty, guard: enforced. schema, notice, mechanism: carried outside the program. guidance: shown, never blocks. */
export type CarrierKind = 'duty' | 'guard' | 'schema' | 'notice' | 'mechanism' | 'guidance';

export interface Carrier {
  readonly kind: CarrierKind;
  /** program/id of the rule, or where it is. */
  readonly where: string;
  readonly says: string;
}

/** encoded: something enforces or records it. guidance: it is shown. absent: the document leaves it empty. missing: nobody carries it. */
export type State = 'encoded' | 'guidance' | 'absent' | 'missing';

export interface Registered {
  readonly id: string;
  readonly program: string;
  readonly section: string;
  readonly line: number;
  /** Who has it to do, as the document names them. */
  readonly owedBy: string;
  readonly duty: string;
  readonly state: State;
  readonly carriers: readonly Carrier[];
  /** Why it is absent. */
  readonly why?: string;
}

export function register(programs: readonly Program[]): Registered[] {
  const carriers = new Map<string, Carrier[]>();
  const absent = new Map<string, string>();
  for (const program of programs) {
    const carry = (kind: CarrierKind, cites: readonly string[], where: string, says: string): void => {
      for (const id of cites) carriers.set(id, [...(carriers.get(id) ?? []), { kind, where, says }]);
    };
    for (const d of program.duties) carry('duty', d.cites, `${program.id}/${d.id}`, d.says);
    for (const g of program.guards) carry('guard', g.cites, `${program.id}/${g.id}`, g.says);
    for (const e of program.elsewhere ?? []) carry(e.by, e.cites, e.where, e.says);
    for (const g of program.guidance) carry('guidance', g.cites, `${program.id}/${g.id}`, g.says);
    for (const { cites, why } of program.absent ?? []) for (const id of cites) absent.set(id, why);
  }
  return requirements.map((row) => {
    const by = carriers.get(row.id) ?? [];
    const why = absent.get(row.id);
    const state: State = by.some((c) => c.kind !== 'guidance')
      ? 'encoded'
      : why !== undefined
        ? 'absent'
        : by.length > 0
          ? 'guidance'
          : 'missing';
    const { id, program, section, line, owedBy, duty } = row;
    return { id, program, section, line, owedBy, duty, state, carriers: by, ...(why === undefined ? {} : { why }) };
  });
}

/** Ids that rules, settings and absences name, though no document has them. */
export function unknownCitations(programs: readonly Program[]): string[] {
  const known = new Set(requirements.map((row) => row.id));
  const cited = programs.flatMap((p) => [
    ...[p.duties, p.guards, p.guidance, p.elsewhere ?? [], p.absent ?? []].flat().flatMap((rule) => rule.cites),
    ...Object.values(p.settings).flatMap((s) => s.cites ?? []),
  ]);
  return [...new Set(cited)].filter((id) => !known.has(id));
}
