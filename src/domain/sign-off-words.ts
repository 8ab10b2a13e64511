// Words about requests for a decision.
import { inOrder, type Happening } from './case-file';
import { groundLost } from './grounds';
import type { Frame, View } from './view';
import type { ConditionWord, DoneWord } from './word-kit';

interface Returned {
  readonly decision: Happening;
  readonly request: Happening;
}

function returned(view: View, { subject: { trigger } }: Frame): Returned | null {
  if (trigger?.event.type !== 'SignOffDecided') return null;
  const request = view.file.byId.get(trigger.event.request);
  return request ? { decision: trigger, request } : null;
}

/** What asked for the decision stands no more, or what it stood on. */
export const requestGone: ConditionWord = (view, frame) => {
  const one = returned(view, frame);
  return one === null || groundLost(one.request, view) !== null;
};

/** The program has a duty of its own that answers the return. */
export const mendedByProgram: ConditionWord = (view, frame) => {
  const one = returned(view, frame);
  return (
    one !== null &&
    view.programs.some((program) =>
      program.duties.some(
        ({ signOff, per }) =>
          typeof signOff === 'object' &&
          signOff.mendedBy !== undefined &&
          per.per === 'event' &&
          view.matching(per.of, { key: 'case' }).some((h) => h.id === one.request.id),
      ),
    )
  );
};

/** After the return it was asked anew: by a request about it, the same document, or another assignment in its place. */
export const askedAgain: DoneWord = (view, frame) => {
  const one = returned(view, frame);
  const again =
    one &&
    (view.file.byType.get(one.request.type) ?? []).find((h) => inOrder(h, one.decision) > 0 && isSameMatter(h, one));
  return again
    ? { done: true, day: again.on, ...(again.at === undefined ? {} : { at: again.at }), by: [again] }
    : { done: false, lacking: ['what is missing, and a new request'] };
};

function isSameMatter(h: Happening, { decision, request }: Returned): boolean {
  const [one, other] = [h.event, request.event];
  const { about } = one as { about?: string };
  if (about === decision.id || about === request.id) return true;
  if (one.type === 'DocumentCompleted' && other.type === 'DocumentCompleted') return one.document === other.document;
  return one.type === 'StaffAssigned' && other.type === 'StaffAssigned' && one.role === other.role;
}

/** The event names in `about` a request of this matter that was approved for these children, and whose ground still holds. */
export const signedOff: ConditionWord = (view, { subject: { trigger } }, args) => {
  const e = (trigger?.event ?? {}) as { about?: string; children?: readonly string[] };
  const request = e.about === undefined ? undefined : view.file.byId.get(e.about);
  if (request?.event.type !== 'SignOffRequested' || request.event.of !== args['of']) return false;
  const { children } = request.event;
  const covers = children === undefined || (e.children ?? []).every((child) => children.includes(child));
  const approved = view
    .naming(request.id)
    .some((h) => h.event.type === 'SignOffDecided' && h.event.decision === 'approved');
  return covers && approved && groundLost(request, view) === null;
};
