// A family with a meeting, as it is when the invitations have left.
import { DAY, type Api, type Recorded } from './api';

export const START = '2026-03-20T17:30';
export const zone = 'America/Los_Angeles';

export interface Family {
  readonly opened: Recorded;
  readonly at: string;
  readonly meeting: string;
  readonly berta: string;
  readonly cleo: string;
}

/** A family with a meeting of Berta and Cleo; their letters have left. */
export async function invitedFamily(api: Api, language = 'en'): Promise<Family> {
  const opened = await api.open({
    participants: [
      { name: 'Berta Verne', role: 'parent', email: 'berta@example.org', language },
      { name: 'Cleo Park', role: 'caregiver', email: 'cleo@example.org' },
    ],
  });
  const at = `/v1/cases/${opened.case}`;
  const [berta, cleo] = [opened.ids['participant:1']!, opened.ids['participant:2']!];
  const booked = await api.do('POST', `${at}/meetings`, {
    kinds: ['ppm'],
    invitees: [berta, cleo],
    startsAt: START,
    zone,
    minutes: 90,
    place: 'Community house, room 2',
  });
  const made = { opened, at, meeting: booked.ids['meeting:1']!, berta, cleo };
  for (const person of [berta, cleo]) await lettered(api, made, person);
  return made;
}

export const invitedTo = ({ opened, meeting }: Family, participant: string, startsAt = START) => ({
  caseId: opened.case,
  meeting,
  participant,
  startsAt,
  zone,
});
/** What the sending of a letter leaves behind (test/activities/answer-way); gives the token in it. */
export async function lettered(api: Api, of: Family, participant: string, startsAt = START): Promise<string> {
  const invited = invitedTo(of, participant, startsAt);
  const { hash, codeHash, token } = api.deps.answerLinks.proofFor(invited);
  const expiresAt = Date.parse(`${startsAt}:00-07:00`);
  await api.store.keepAnswerLink({ ...invited, hash, codeHash, purpose: 'answer', expiresAt }, api.clock.now);
  return token;
}
export const tokenOf = (api: Api, of: Family, participant: string): string =>
  api.deps.answerLinks.proofFor(invitedTo(of, participant)).token;
export const answersIn = async (api: Api, { opened }: Family) =>
  (await api.store.journal(opened.case)).flatMap(({ event }) => (event.type === 'InvitationAnswered' ? [event] : []));
/** Everything that could have changed. */
export const everythingIn = async (api: Api, { opened }: Family) =>
  JSON.stringify([
    await api.store.journal(opened.case),
    await api.store.entries(opened.case),
    await api.store.unanswered(api.clock.now + DAY),
    await api.store.obligations({ caseId: opened.case }),
  ]);
