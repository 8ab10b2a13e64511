// What a condition that does not hold still lacks, in the codes of the record: the part of a document, the field, the
// objective. A refusal that says "something is missing" without saying what sends people searching.
import { failing, partsMissing } from './conditions';
import type { Condition } from './rule';
import type { Frame, View } from './view';

export function lackingIn(condition: Condition, view: View, frame: Frame): readonly string[] {
  if (view.holds(condition, frame)) return [];
  switch (condition.if) {
    case 'parts':
      return partsMissing(view, condition, frame);
    case 'each':
      return view
        .matching(condition.of, frame.subject)
        .filter((h) => !view.fits(h, condition.is, frame.subject))
        .map((h) => `${fieldsMissing(h.event, condition.is).join(' and ')} in ${h.id}`);
    case 'for-each':
      return failing(view, condition, frame).map((h) =>
        condition.holds.if === 'trigger'
          ? `${fieldsMissing(h.event, condition.holds.is).join(' and ')} in ${h.id}`
          : `an answer to ${h.id}`,
      );
    case 'met': {
      const answer = view.met(condition.of, frame);
      return answer.done ? [] : answer.lacking;
    }
    case 'all':
    case 'any':
      return condition.of.flatMap((c) => lackingIn(c, view, frame));
    default:
      return [];
  }
}

function fieldsMissing(event: object, is: object): string[] {
  return Object.keys(is).filter((field) => (event as Record<string, unknown>)[field] === undefined);
}
