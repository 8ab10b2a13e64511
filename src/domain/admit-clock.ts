// Civil times that are no time, or two: clocks change.
import { clockTrouble, isZone } from './calendar';
import { unmet, type Unmet } from './unmet';

/** `times`: field and civil time. With a reason the first of two times is meant. */
export function clockTroubles(
  { zone, reason }: { readonly zone: string; readonly reason?: string | undefined },
  times: readonly (readonly [field: string, time: string])[],
): Unmet[] {
  if (!isZone(zone))
    return [
      unmet(
        'unknown-zone',
        'zone',
        'There is no such time zone.',
        'Give the zone of the place, as America/Los_Angeles.',
      ),
    ];
  return times.flatMap(([field, time]) => {
    const trouble = clockTrouble(time, zone);
    if (trouble !== 'skipped' && !(trouble === 'repeated' && reason === undefined)) return [];
    return [
      unmet(
        'ambiguous-local-time',
        field,
        `${time} ${trouble === 'skipped' ? 'does not exist' : 'comes twice'} in ${zone}: clocks change.`,
        trouble === 'skipped'
          ? 'Choose a time an hour earlier or later.'
          : 'Choose another time, or say in `reason` that the first of the two is meant.',
      ),
    ];
  });
}
