// An agency's own values of a setting, each from a day on.
import type { AgencyData } from './agency';

type Settings = AgencyData['settings'];
type Plain = Exclude<Settings[string], { versions: readonly unknown[] }>;

/** Before every case. */
const EVER = '0001-01-01';

/** With this value from this day on, until a later version begins. */
export function withSetting(settings: Settings, name: string, value: Plain, from: string): Settings {
  const own = settings[name];
  const before =
    own === undefined ? [] : typeof own === 'object' && 'versions' in own ? own.versions : [{ from: EVER, value: own }];
  const versions = [...before.filter((one) => one.from !== from), { from, value }].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  return { ...settings, [name]: { versions } };
}

export function kindOfSetting(value: unknown): string {
  if (Array.isArray(value)) return 'list of numbers';
  if (typeof value === 'object' && value !== null) return 'period';
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return 'time of the day';
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'yes or no' : 'number';
}
