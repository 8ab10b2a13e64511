// Dates in words, in the language of the reader and in the zone of the place where it happens.
import { IANAZone } from 'luxon';
import { clockTrouble, day, instantOf, type Instant } from '../domain/calendar';

const DAY_MS = 86_400_000;

export interface Civil {
  /** 2026-03-10T09:00: the time on the wall of the venue. */
  readonly startsAt: string;
  readonly zone: string;
}

/**
 * A time that a clock change skips or repeats is read with the offset before the change, as calendars do (RFC 5545, 3.3.5):
 * of two half past ones the first, so that nobody comes too late. Without this the answer would change with the season.
 */
export function startOf({ startsAt, zone }: Civil): Instant {
  if (clockTrouble(startsAt, zone) === null) return instantOf(day(startsAt.slice(0, 10)), startsAt.slice(11, 16), zone);
  const asUtc = Date.parse(`${startsAt.slice(0, 16)}Z`);
  return asUtc - IANAZone.create(zone).offset(asUtc - DAY_MS) * 60_000;
}

/** Tuesday, January 5 */
export function weekdayAndDate(civilDate: string, locale: string): string {
  return dateIn(civilDate, locale, { weekday: 'long', month: 'long', day: 'numeric' });
}

/** Tuesday, January 5, 2027 */
export function fullDate(civilDate: string, locale: string): string {
  return dateIn(civilDate, locale, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
}

/** Tue, Jan 5 */
export function shortDate(civilDate: string, locale: string): string {
  return dateIn(civilDate, locale, { weekday: 'short', month: 'short', day: 'numeric' });
}

function dateIn(civilDate: string, locale: string, how: Intl.DateTimeFormatOptions): string {
  // A civil day has no zone; noon in UTC is that day in UTC.
  const noon = new Date(`${civilDate.slice(0, 10)}T12:00:00Z`);
  return spaces(new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' }).format(noon));
}

/** 9:00 AM (Pacific Time); where the clock shows that time twice, which of the two (Pacific Daylight Time). */
export function timeWithZone(civil: Civil, locale: string): string {
  const how = clockTrouble(civil.startsAt, civil.zone) === null ? 'longGeneric' : 'long';
  return momentWithZone(startOf(civil), civil.zone, locale, how);
}

/** Tuesday, January 5, 2027, 8:00 AM (Pacific Time) */
export function moment(at: Instant, zone: string, locale: string): string {
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(at);
  return `${spaces(date)}, ${momentWithZone(at, zone, locale, 'longGeneric')}`;
}

function momentWithZone(at: Instant, zone: string, locale: string, zoneStyle: 'long' | 'longGeneric'): string {
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at);
  const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: zoneStyle })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  return spaces(`${time} (${name ?? zone})`);
}

// Intl puts a narrow no-break space before AM, which some mail programs show as a box.
function spaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
