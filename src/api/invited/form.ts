// What the page posts, read once at the edge: proof, mark of the page, and the answer when there is one.
import { z } from 'zod';
import { answerNeeds, invitationAnswers } from '../../domain/events';
import { eventSchema } from '../contracts';

const answered = eventSchema('InvitationAnswered').shape;
const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (typeof given === 'string' ? [given] : given).filter((text) => text !== ''));
const text = z.string().max(200).default('');

const form = z.object({
  nonce: text,
  l: text,
  token: text,
  code: text,
  answer: z.enum(invitationAnswers).optional().catch(undefined),
  needs: several,
  time: several,
  slot: several,
  none: text,
  note: z.string().default(''),
  /** The button of the second page: an answer must be chosen. */
  give: z.string().optional(),
});
export type Form = z.output<typeof form>;

const nothing = form.parse({});
/** What is no such form is an empty one: it bears no mark of the page, and goes no further. */
export const readForm = (body: unknown): Form => form.safeParse(body).data ?? nothing;

export interface GivenAnswer {
  readonly answer: (typeof invitationAnswers)[number];
  readonly needs: readonly (typeof answerNeeds)[number][];
  readonly proposed?: readonly string[];
  readonly note?: string;
}

export interface GivenTimes {
  readonly suits: readonly string[];
  readonly needs: readonly (typeof answerNeeds)[number][];
  readonly note?: string;
}

export type Mistake =
  'noAnswerChosen' | 'noTimeGiven' | 'noNeedGiven' | 'badTime' | 'badNote' | 'noTimeChosen' | 'noneAndSome';

const LONGEST_NOTE = 1_000;

export function answerIn({ answer, needs, time, note }: Form): GivenAnswer | Mistake {
  if (answer === undefined) return 'noAnswerChosen';
  const words = wordsIn(note);
  if (words === null) return 'badNote';
  const asked = answerNeeds.filter((need) => needs.includes(need));
  const proposed = [...new Set(answer === 'another-time' ? time : [])];
  if (proposed.length > 0 && !answered.proposed.safeParse(proposed).success) return 'badTime';
  if (answer === 'another-time' && proposed.length === 0 && words === '') return 'noTimeGiven';
  if (answer === 'needs-help' && asked.length === 0 && words === '') return 'noNeedGiven';
  return {
    answer,
    needs: asked,
    ...(proposed.length > 0 ? { proposed } : {}),
    ...(words === '' ? {} : { note: words }),
  };
}

/** Of the times that were asked about those that were marked. */
export function timesIn({ slot, none, needs, note }: Form, slots: readonly string[]): GivenTimes | Mistake {
  const words = wordsIn(note);
  if (words === null) return 'badNote';
  const suits = slots.filter((one) => slot.includes(one));
  if (suits.length === 0 && none === '') return 'noTimeChosen';
  if (suits.length > 0 && none !== '') return 'noneAndSome';
  return {
    suits,
    needs: answerNeeds.filter((need) => needs.includes(need)),
    ...(words === '' ? {} : { note: words }),
  };
}

/** null: what cannot be kept. */
function wordsIn(note: string): string | null {
  const words = note.replace(/\r\n?/g, '\n').trim();
  return words.length > LONGEST_NOTE || (words !== '' && !answered.note.safeParse(words).success) ? null : words;
}
