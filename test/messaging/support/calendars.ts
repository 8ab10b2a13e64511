// Calendars read by a program other than the one that wrote them.
import type { ParsedMail } from 'mailparser';
import { z } from 'zod';

const contentType = z.object({ value: z.literal('text/calendar'), params: z.object({ method: z.string() }) });

export interface ReadEvent {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly stamp: string;
  /** Computed from the calendar's own rules of the zone, not from ours. */
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly organizer: { readonly address: string; readonly name: string };
  readonly attendees: readonly { readonly address: string; readonly parameters: Readonly<Record<string, string>> }[];
  /** Names of all properties of the event, once each time that they occur. */
  readonly properties: readonly string[];
}

/** Exactly one event and at most one zone, or it throws. */
export async function readCalendar(source: string): Promise<ReadEvent> {
  const { default: ICAL } = await import('ical.js');
  const calendar = ICAL.Component.fromString(source);
  const components = calendar.getAllSubcomponents().map((component) => component.name);
  const strange = components.filter((name) => name !== 'vevent' && name !== 'vtimezone');
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  if (event === undefined || others.length > 0 || strange.length > 0 || components.length > 2)
    throw new Error(`not one event: ${components.join(', ')}`);
  if (event.getAllSubcomponents().length > 0) throw new Error('the event has something inside');
  const [zone] = calendar.getAllSubcomponents('vtimezone').map((component) => new ICAL.Timezone(component));
  const text = (name: string): string => String(event.getFirstPropertyValue(name));
  const instant = (name: string): number => {
    const time = event.getFirstPropertyValue(name);
    if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
    if (zone !== undefined) {
      const named = event.getFirstProperty(name)?.getParameter('tzid');
      if (named !== zone.tzid)
        throw new Error(`${name} names the zone ${String(named)}, the rules are of ${zone.tzid}`);
      time.zone = zone;
    }
    return time.toUnixTime() * 1000;
  };
  const organizer = event.getFirstProperty('organizer');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: text('uid'),
    sequence: Number(text('sequence')),
    status: text('status'),
    summary: text('summary'),
    description: text('description'),
    location: event.hasProperty('location') ? text('location') : null,
    stamp: text('dtstamp'),
    start: instant('dtstart'),
    end: instant('dtend'),
    zone: zone?.tzid ?? 'UTC',
    organizer: { address: text('organizer'), name: String(organizer?.getParameter('cn')) },
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      address: String(attendee.getFirstValue()),
      parameters: Object.fromEntries(
        ['cn', 'rsvp', 'partstat', 'role'].flatMap((name) => {
          const value = attendee.getParameter(name);
          return value === undefined ? [] : [[name, String(value)]];
        }),
      ),
    })),
    properties: event.getAllProperties().map((property) => property.name),
  };
}

export function calendarPartOf(mail: ParsedMail): { content: string; method: string } {
  const parts = mail.attachments.filter((part) => part.contentType === 'text/calendar');
  const [part] = parts;
  if (part === undefined || parts.length !== 1) throw new Error('not one calendar part');
  return {
    content: part.content.toString('utf8'),
    method: contentType.parse(part.headers.get('content-type')).params.method,
  };
}
