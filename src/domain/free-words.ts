// Free words stand in the store only: what travels through Temporal has them taken out, and none may hold what breaks a store, a
// mail or a calendar.

/** Fields that hold them, wherever they stand in an event. */
export const proseFields = new Set([
  'note',
  'reason',
  'place',
  'text',
  'how',
  'preferred',
  'openQuestions',
  'familyPlan',
  'authority',
  'need',
  'service',
  'legal',
  'relational',
  'cultural',
  'criterion',
  'missing',
]);

/** The same event with its free words taken out, as it may travel through Temporal. The words stay in the store under the entry's id. */
export function withoutProse<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutProse(item)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, proseFields.has(key) ? wordsTaken(item) : withoutProse(item)]),
  ) as T;
}

const wordsTaken = (value: unknown): unknown => {
  if (typeof value === 'string') return '(in the store)';
  return Array.isArray(value) ? value.map(wordsTaken) : withoutProse(value);
};

// NUL cannot be stored by PostgreSQL; the other controls and lone surrogates break mails and calendars.
export function hasForbiddenCharacters(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) || /\p{Surrogate}/u.test(text);
}
