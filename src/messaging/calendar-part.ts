// The calendar part of an invitation: one event with one attendee, its reader. Nothing in it tells that others were invited.
import { createHash } from 'node:crypto';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { clockTrouble, type Instant } from '../domain/calendar';
import { plainText } from './clean';
import { startOf, type Civil } from './dates';

export interface CalendarPart extends Civil {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly uid: string;
  readonly sequence: number;
  /** When this was decided: a message composed again is the same message. */
  readonly at: Instant;
  readonly minutes: number;
  readonly place: string | null;
  readonly attendee: string;
  readonly organizer: { readonly name: string; readonly address: string };
  /** Of the summary and the note. */
  readonly language: string;
  readonly summary: string;
  readonly note: string;
}

/** The same for every change of one meeting for one person, different for every other; says nothing about either. */
export function calendarUid(caseId: string, meeting: string, recipient: string): string {
  return createHash('sha256')
    .update(JSON.stringify([caseId, meeting, recipient]))
    .digest('hex')
    .slice(0, 40);
}

export function calendarPart(part: CalendarPart): string {
  const zone = zoneBlock(part);
  const start = DateTime.fromMillis(startOf(part), { zone: zone?.id ?? 'utc' });
  const place = plainText(part.place ?? '');
  const calendar = ical({
    prodId: { company: 'Permanency', product: 'Meetings', language: part.language.toUpperCase() },
    method: ICalCalendarMethod[part.method],
  });
  // The zone is named by the event alone: with a zone of its own the calendar would write DTSTAMP in it, which must be UTC.
  calendar.timezone({ name: null, generator: () => zone?.block ?? null });
  calendar.createEvent({
    id: part.uid,
    sequence: part.sequence,
    stamp: new Date(part.at),
    start,
    end: start.plus({ minutes: part.minutes }),
    timezone: zone?.id ?? null,
    summary: plainText(part.summary),
    description: plainText(part.note),
    location: place === '' ? null : { title: place },
    status: part.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    organizer: { name: parameter(part.organizer.name), email: part.organizer.address },
    attendees: [
      // Without a name: the reader knows it, and quotes in it would be escaped in a way that readers do not undo.
      {
        email: part.attendee,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  });
  return `${calendar.toString()}\r\n`;
}

/**
 * The rules of the venue's zone. null, and then times are written in UTC, for a zone without known rules and for a time
 * that a clock change skips or repeats: calendar programs do not agree on which of the two instants that is.
 */
function zoneBlock({ startsAt, zone }: Civil): { id: string; block: string } | null {
  if (clockTrouble(startsAt, zone) !== null) return null;
  const answer = tzlib_get_ical_block(zone);
  if (typeof answer === 'string') return null;
  const [block, line] = answer;
  // An old name of a zone (US/Pacific) is answered with the rules under its present name.
  const id = /^TZID=(.+)$/.exec(line ?? '')?.[1];
  return block === undefined || id === undefined ? null : { id, block };
}

/** The value of a parameter cannot hold a double quote, and a backslash would come back doubled. */
function parameter(text: string): string {
  return (
    plainText(text)
      .replace(/["\\\n]/g, ' ')
      .trim() || 'Office'
  );
}
