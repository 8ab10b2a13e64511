/** Why an entry was refused, in codes that the API turns into a problem document. The same shape travels through the workflow. */
export interface Unmet {
  readonly code: string;
  readonly field?: string;
  readonly cites: readonly string[];
  /** One plain sentence without personal data. */
  readonly says: string;
  /** What would make it acceptable. */
  readonly mend?: string;
}

export function unmet(code: string, field: string, says: string, mend: string): Unmet {
  return { code, field, cites: [], says, mend };
}
