// By which ways a person may be reached, in which order, and when. What nobody has decided for a person follows from what is known.
import { dayOf, instantOf, type Instant } from '../domain/calendar';
import type { Channel, Person, SafeHours } from '../store/types';

type Reached = Pick<Person, 'email' | 'phone' | 'highRisk' | 'channels' | 'optOut'>;

/** In order, without those for which there is no address, or that the person does not want. */
export function channelsOf(person: Reached): readonly Channel[] {
  return (person.channels ?? usual(person)).filter(
    (channel) => hasAddress(person, channel) && person.optOut?.includes(channel) !== true,
  );
}

/** Where others may read a person's mail, no further way is taken that nobody has asked for. */
const usual = ({ highRisk }: Reached): readonly Channel[] => (highRisk ? ['email'] : ['email', 'sms', 'letter']);

function hasAddress({ email, phone }: Reached, channel: Channel): boolean {
  switch (channel) {
    case 'email':
      return email !== null && email !== '';
    case 'sms':
      return numberOf(phone) !== null;
    case 'letter':
      return true; // where somebody lives, whoever writes the envelope knows
  }
}

/** As gateways want it (E.164). A number without a country is one of North America. null: no text can be sent to it. */
export function numberOf(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.replace(/\D/g, '');
  if (phone.trimStart().startsWith('+')) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  if (/^[2-9]\d{2}[2-9]\d{6}$/.test(digits)) return `+1${digits}`;
  return /^1[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? `+${digits}` : null;
}

/** When something may be sent at the earliest: now, or when the hours begin that are safe for this person. */
export function safeFrom(hours: SafeHours | undefined, now: Instant, zone: string): Instant {
  if (hours === undefined) return now;
  const today = dayOf(now, zone);
  const windows = [today - 1, today, today + 1].map((day) => ({
    from: instantOf(day, hours.from, zone),
    to: instantOf(hours.from < hours.to ? day : day + 1, hours.to, zone),
  }));
  const open = windows.find(({ to }) => now < to);
  return Math.max(now, open?.from ?? now);
}
