// Whether, and on which day, a duty was done.
import type { Day } from './calendar';
import { inOrder, participantsOn, type Happening } from './case-file';
import { codesOf } from './conditions';
import { firstSince, partsLacking, partsOf } from './matching';
import type { Done, When } from './rule';
import { areOfOneMeeting } from './sessions';
import { signed } from './signatures';
import { inWords, missingFact } from './suppliers';
import type { DoneAnswer, Frame, View } from './view';
import { doneWords } from './words';
import { wordIn } from './word-kit';

/** `window`: only events inside it count; `from`: the day the obligation opened. */
export function completion(view: View, done: Done, frame: Frame, notBefore?: Day): DoneAnswer {
  switch (done.done) {
    case 'event': {
      const from = sinceDay(view, done.since, frame);
      const anchor = done.since === 'opened' && frame.opened?.why.of === 'event' ? frame.opened.why.event : null;
      const list = view.matching(done.of, frame.subject);
      // What is about an event never lists that event itself: an earlier version of one day is no answer to the later.
      const isOne = (h: Happening): boolean =>
        done.of.to === 'trigger' && done.of.types.includes(h.type) && view.fits(h, done.of.where, frame.subject);
      const used = (x: Happening): boolean =>
        metBefore(view, frame, x) ||
        (anchor !== null && (x.id === anchor.id || (usedUp(x, anchor) && (list.includes(anchor) || isOne(anchor)))));
      let at = firstSince(list, Math.max(from, notBefore ?? -Infinity));
      while (at < list.length && used(list[at]!)) at++;
      const h = list[at];
      return h
        ? { done: true, day: h.on, ...(h.at === undefined ? {} : { at: h.at }), by: [h] }
        : { done: false, lacking: [missingFact(done.of).fact] };
    }
    case 'trigger': {
      const h = frame.subject.trigger;
      return h && view.fits(h, done.is, frame.subject)
        ? { done: true, day: h.on, by: [h] }
        : { done: false, lacking: [`${Object.keys(done.is).map(inWords).join(', ')} in the record itself`] };
    }
    case 'parts': {
      const { trigger } = frame.subject;
      const list = view.matching(done.in, frame.subject);
      const from = Math.max(sinceDay(view, done.since, frame), notBefore ?? -Infinity);
      const since = list.slice(firstSince(list, from)).filter((h) => !metBefore(view, frame, h));
      const records = [...(done.itself && trigger ? [trigger] : []), ...since];
      const codes = codesOf(view, done.codes, frame);
      const by: Happening[] = [];
      let lacking = codes;
      for (const h of records) {
        const still = partsLacking(lacking, partsOf(h));
        if (still.length < lacking.length || codes.length === 0) by.push(h);
        lacking = still;
        if (lacking.length === 0) break;
      }
      const last = by.at(-1);
      if (lacking.length > 0 || !last)
        return { done: false, lacking: lacking.length > 0 ? lacking : [missingFact(done.in).fact] };
      return { done: true, day: Math.max(...by.map((h) => h.on)), by };
    }
    case 'all':
      return together(done.of.map((d) => view.met(d, frame, notBefore)));
    case 'any': {
      const answers = done.of.map((d) => view.met(d, frame, notBefore));
      const met = answers.filter((a) => a.done).sort((a, b) => a.day - b.day || inOrderOf(a, b))[0];
      return (
        met ?? {
          done: false,
          lacking: [
            [...new Set(answers.flatMap((a) => (a.done ? [] : [[...new Set(a.lacking)].join(' and ')])))].join(' or '),
          ],
        }
      );
    }
    case 'everyone': {
      const people = participantsOn(view.file, view.today, done.roles);
      return together(
        people.map((p) =>
          view.met(
            done.of,
            { ...frame, subject: { ...frame.subject, key: `${frame.subject.key}/${p.id}`, participant: p.id } },
            notBefore,
          ),
        ),
      );
    }
    case 'signed':
      return signed(view, done, frame, Math.max(sinceDay(view, done.since, frame), notBefore ?? -Infinity));
    case 'word':
      return wordIn(doneWords, done.word)(view, frame, done.args);
  }
}

/** It met the cycle before this one, lies before what did, or is another session of that meeting. */
const metBefore = ({ file }: View, { met }: Frame, x: Happening): boolean =>
  met !== undefined && (inOrder(x, met) <= 0 || areOfOneMeeting(file, x, met));

/** On the day of a completion from which this one counts, and before it. */
const usedUp = (x: Happening, anchor: Happening): boolean => x.on === anchor.on && inOrder(x, anchor) < 0;

/** Of two things done on one day the first: each of them meets a cycle of its own. */
function inOrderOf(a: DoneAnswer & { done: true }, b: DoneAnswer & { done: true }): number {
  const [x, y] = [a.by.at(-1), b.by.at(-1)];
  return x && y ? inOrder(x, y) : 0;
}

function sinceDay(view: View, since: When | 'opened' | 'ever', frame: Frame): Day {
  if (since === 'ever') return -Infinity;
  if (since === 'opened') return frame.opened?.day ?? -Infinity;
  const date = view.date(since, frame);
  return date.known ? date.day : Infinity;
}

function together(answers: readonly DoneAnswer[]): DoneAnswer {
  const lacking = answers.flatMap((a) => (a.done ? [] : a.lacking));
  if (lacking.length > 0) return { done: false, lacking };
  // Nobody to ask: nothing is lacking.
  if (answers.length === 0) return { done: true, day: -Infinity, by: [] };
  const met = answers.filter((a) => a.done);
  const last = met.reduce((best, a) => (a.day > best.day ? a : best));
  return { ...last, by: met.flatMap((a) => a.by) };
}
