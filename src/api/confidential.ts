// Addresses that are kept confidential: nothing that goes out, and nothing that is shown, may name one. They are compared with and
// never read.
import type { CaseEvent } from '../domain/events';
import type { Store } from '../store/types';
import { pointerIn, type Placed } from './placed';
import { Problem } from './problems';

type Addresses = Pick<Store, 'confidentialAmong'>;

const placeIn = (event: CaseEvent): string | undefined => {
  const content = event.type === 'EventCorrected' ? event.to : event;
  return 'place' in content ? content.place : undefined;
};

/** A meeting at such an address would be told to everybody invited. What is on record already is answered as it was. */
export async function refuseConfidentialPlaces(
  store: Pick<Store, 'confidentialAmong' | 'entry'>,
  { caseId, entryId, placed }: { caseId: string; entryId: string; placed: readonly Placed[] },
): Promise<void> {
  const places = placed.flatMap((one) => placeIn(one.event) ?? []);
  const hidden = await store.confidentialAmong(caseId, places);
  if (hidden.size === 0 || (await store.entry(caseId, entryId)) !== null) return;
  throw new Problem(
    'refused',
    'Nothing was recorded. A meeting may not take place at an address that is kept confidential.',
    placed.flatMap((one) =>
      hidden.has(placeIn(one.event) ?? '')
        ? [
            {
              pointer: pointerIn([one], one.event.type === 'EventCorrected' ? 'to.place' : 'place'),
              code: 'confidential-address',
              says: 'This place is an address that is kept confidential: everybody invited would be told it.',
              cites: [],
              mend: 'Choose another place, or leave it out: those invited are told to ask.',
            },
          ]
        : [],
    ),
  );
}

/** For a place that was recorded before its address became confidential. */
export async function shownPlace(store: Addresses, caseId: string, place: string | null): Promise<string | null> {
  if (place === null) return null;
  return (await store.confidentialAmong(caseId, [place])).has(place) ? null : place;
}

export const WITHHELD = '(an address that is kept confidential)';

/** The same with every confidential place withheld. */
export async function withoutConfidential<T>(store: Addresses, caseId: string, value: T): Promise<T> {
  const hidden = await store.confidentialAmong(caseId, [...placesIn(value)]);
  return hidden.size === 0 ? value : (withheld(value, hidden) as T);
}

function* placesIn(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value))
    if (key === 'place' && typeof item === 'string') yield item;
    else yield* placesIn(item);
}

function withheld(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withheld(item, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'place' && typeof item === 'string' && hidden.has(item) ? WITHHELD : withheld(item, hidden),
    ]),
  );
}
