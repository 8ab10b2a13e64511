/** One line of the daily list of a member of staff. */
export interface Owed {
  readonly caseId: string;
  readonly says: string;
  readonly cites: readonly string[];
  readonly due: string | null;
}
