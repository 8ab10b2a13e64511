// Days are integers (days since 1970-01-01), so that "90 days" is civil and never 2,160 hours. Only `instantOf` and
// `dayOf` know time zones. Every period names its regime.
import { DateTime, IANAZone } from 'luxon';

/** Days since 1970-01-01, in the civil calendar of the agency. */
export type Day = number;
/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export type Period =
  | { readonly unit: 'days'; readonly n: number }
  | { readonly unit: 'business-days'; readonly n: number }
  | { readonly unit: 'months'; readonly n: number }
  | { readonly unit: 'hours'; readonly n: number };

const DAY_MS = 86_400_000;

/** @throws RangeError when the text is no existing date between 1900 and 2199 (2026-02-30, 0000-01-01). */
export function day(iso: string): Day {
  let known = parsedDays.get(iso);
  if (known === undefined) {
    if (parsedDays.size > 50_000) parsedDays.clear();
    parsedDays.set(iso, (known = parseDay(iso)));
  }
  return known;
}

const parsedDays = new Map<string, Day>();

function parseDay(iso: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) throw new RangeError(`not a date: ${iso}`);
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = Date.UTC(year, month - 1, date);
  const back = new Date(utc);
  if (year < 1900 || year > 2199 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date)
    throw new RangeError(`no such date: ${iso}`);
  return utc / DAY_MS;
}

const isoDays = new Map<Day, string>();

export function iso(d: Day): string {
  let text = isoDays.get(d);
  if (text === undefined) {
    if (isoDays.size > 50_000) isoDays.clear();
    isoDays.set(d, (text = new Date(d * DAY_MS).toISOString().slice(0, 10)));
  }
  return text;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(d: Day): number {
  return ((((d + 3) % 7) + 7) % 7) + 1;
}

/** The same date n months on; where that month is shorter, its last day (31 January + 1 month = 28 or 29 February).
 *  The n-th occurrence is counted from the anchor, never from the one before: Jan 31 + 2 months is Mar 31, not Mar 28. */
export function addMonths(d: Day, n: number): Day {
  const from = new Date(d * DAY_MS);
  const month = from.getUTCMonth() + n;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last)) / DAY_MS;
}

export function startOfMonth(d: Day): Day {
  const date = new Date(d * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY_MS;
}

export function endOfMonth(d: Day): Day {
  const date = new Date(d * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY_MS;
}

/** ISO week for the operators' search attribute, for example 2026-W48. */
export function isoWeek(d: Day): string {
  const thursday = d - weekday(d) + 4;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const first = Date.UTC(year, 0, 1) / DAY_MS;
  return `${year}-W${String(Math.floor((thursday - first) / 7) + 1).padStart(2, '0')}`;
}

/** The agency's holidays; Saturdays and Sundays are never business days. The day of the event is day zero. */
export function addBusinessDays(d: Day, n: number, holidays: ReadonlySet<Day>): Day {
  const step = n < 0 ? -1 : 1;
  let at = d;
  for (let left = Math.abs(n); left > 0;) {
    at += step;
    if (weekday(at) <= 5 && !holidays.has(at)) left -= 1;
  }
  return at;
}

/** The day itself where it is a business day, else the last one before it. */
export function businessDayBy(d: Day, holidays: ReadonlySet<Day>): Day {
  let at = d;
  while (weekday(at) > 5 || holidays.has(at)) at -= 1;
  return at;
}

/** Hours are not days: give them an instant (`Moment.at`) and use `addHours`. */
export function addPeriod(d: Day, period: Period, holidays: ReadonlySet<Day>, sign: 1 | -1 = 1): Day {
  switch (period.unit) {
    case 'days':
      return d + sign * period.n;
    case 'business-days':
      return addBusinessDays(d, sign * period.n, holidays);
    case 'months':
      return addMonths(d, sign * period.n);
    case 'hours':
      return d + sign * Math.ceil(period.n / 24);
  }
}

export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

const instants = new Map<string, Instant>();
const startsByZone = new Map<string, Map<Day, Instant>>();

/** The instant at which a civil day begins in a zone (00:00, or the first time that exists). */
export function startOfDay(d: Day, zone: string): Instant {
  let starts = startsByZone.get(zone);
  if (!starts || starts.size > 20_000) startsByZone.set(zone, (starts = new Map<Day, Instant>()));
  let at = starts.get(d);
  if (at === undefined) starts.set(d, (at = DateTime.fromISO(iso(d), { zone }).startOf('day').toMillis()));
  return at;
}

/** Civil time to instant. Times that a clock change skips or repeats must not reach this: `clockTrouble` finds them. */
export function instantOf(d: Day, time: string, zone: string): Instant {
  return cached(`${d}|${time}|${zone}`, () => DateTime.fromISO(`${iso(d)}T${time}`, { zone }).toMillis());
}

function cached(key: string, compute: () => Instant): Instant {
  let value = instants.get(key);
  if (value === undefined) {
    if (instants.size > 20_000) instants.clear();
    instants.set(key, (value = compute()));
  }
  return value;
}

export function dayOf(at: Instant, zone: string): Day {
  // The civil day is that of UTC or one beside it: the beginnings of days are kept, so that this costs no more than a look.
  const utc = Math.floor(at / DAY_MS);
  if (at < startOfDay(utc, zone)) return utc - 1;
  return at < startOfDay(utc + 1, zone) ? utc : utc + 1;
}

/** 'skipped' or 'repeated' when clocks change at that civil time; luxon alone would silently choose (and differently by season). */
export function clockTrouble(civil: string, zone: string): 'skipped' | 'repeated' | null {
  const local = DateTime.fromISO(civil, { zone });
  if (local.toFormat("yyyy-MM-dd'T'HH:mm") !== civil.slice(0, 16)) return 'skipped';
  return local.getPossibleOffsets().length > 1 ? 'repeated' : null;
}

export function describePeriod(period: Period): string {
  const unit = { days: 'calendar day', 'business-days': 'business day', months: 'calendar month', hours: 'hour' }[
    period.unit
  ];
  return `${period.n} ${unit}${period.n === 1 ? '' : 's'}`;
}
