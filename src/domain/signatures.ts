// A document is complete when all who must have signed it: on the day of the last signature. Staff always sign; of the
// family a recorded refusal (or the attempts that failed) stands in for a signature.
import { familyRoles, inOrder, participantsOn, type Happening } from './case-file';
import type { Day } from './calendar';
import type { Done, Duty, Program, Signers } from './rule';
import { missingFact } from './suppliers';
import type { DoneAnswer, Frame, View } from './view';

type Signed = Extract<Done, { done: 'signed' }>;

/** The first document that became complete since a day, and after the completion that opened this cycle. */
export function signed(view: View, done: Signed, frame: Frame, from: Day): DoneAnswer {
  const anchor = done.since === 'opened' && frame.opened?.why.of === 'event' ? frame.opened.why.event : null;
  const documents = view.matching(done.of, frame.subject);
  let best: (DoneAnswer & { done: true }) | undefined;
  let lacking: readonly string[] = [missingFact(done.of).fact];
  for (const document of documents) {
    const answer = completion(view, document, done.by, frame.subject.child);
    if (!answer.done) {
      lacking = answer.lacking;
      continue;
    }
    const last = answer.by.at(-1)!;
    // The signature that completed the one before opened this cycle: it does not meet it again.
    const before = frame.met ?? (anchor && closes(anchor) ? anchor : null);
    if (answer.day < from || (before && inOrder(last, before) <= 0)) continue;
    if (!best || answer.day < best.day || (answer.day === best.day && inOrder(last, best.by.at(-1)!) < 0))
      best = answer;
  }
  return best ?? { done: false, lacking };
}

/** A duty that wants this document signed, and what it still lacks. */
export interface SignaturesWanted {
  readonly program: Program;
  readonly duty: Duty;
  readonly lacking: readonly string[];
}

export function signaturesWanted(view: View, document: Happening): SignaturesWanted[] {
  return view.programs.flatMap((program) =>
    program.duties.flatMap((duty) => {
      const wanted = signedIn(duty.done).filter((done) => view.matching(done.of, { key: 'case' }).includes(document));
      if (wanted.length === 0) return [];
      const answers = wanted.map((done) => completion(view, document, done.by, undefined));
      return [{ program, duty, lacking: [...new Set(answers.flatMap((a) => (a.done ? [] : a.lacking)))] }];
    }),
  );
}

function signedIn(done: Done): readonly Signed[] {
  if (done.done === 'signed') return [done];
  if (done.done === 'all' || done.done === 'any') return done.of.flatMap(signedIn);
  return done.done === 'everyone' ? signedIn(done.of) : [];
}

function completion(view: View, document: Happening, signers: Signers, child: string | undefined): DoneAnswer {
  const e = document.event;
  if (e.type !== 'DocumentCompleted') return { done: false, lacking: ['the document'] };
  const given = view
    .naming(e.document)
    .filter(
      (h) =>
        (h.event.type === 'DocumentSigned' || h.event.type === 'SignatureRefused') && h.event.document === e.document,
    );
  const lacking: string[] = [];
  const by: Happening[] = [document];
  for (const role of signers.staff) {
    const one = given.find((h) => h.type === 'DocumentSigned' && !by.includes(h) && holds(view, h, role));
    if (one) by.push(one);
    else lacking.push(`the signature of the ${role}`);
  }
  for (const person of peopleOn(view, document, signers, child)) {
    const one = given.find((h) => signerOf(h) === person.id);
    if (one) by.push(one);
    else if (person.until === null) lacking.push(`the signature of ${person.role} ${person.id}, or a recorded refusal`);
  }
  if (lacking.length > 0) return { done: false, lacking };
  // It is the last signature that completes it, though the document be entered after it or dated later.
  by.sort((a, b) => Number(closes(a)) - Number(closes(b)) || inOrder(a, b));
  return { done: true, day: Math.max(...by.map((h) => h.on)), by };
}

const closes = (h: Happening): boolean => signerOf(h) !== undefined;

const signerOf = (h: Happening): string | undefined =>
  h.event.type === 'DocumentSigned' || h.event.type === 'SignatureRefused' ? h.event.signer : undefined;

/** The signer has this role in the agency, or had it in the case on that day. */
function holds(view: View, h: Happening, role: string): boolean {
  const signer = signerOf(h);
  if (signer === undefined) return false;
  return (
    view.agency.staff.get(signer)?.role === role ||
    view.file.assignments.some(
      (a) => a.staff === signer && a.role === role && a.from <= h.on && (a.until === null || a.until >= h.on),
    )
  );
}

/** Those of the family whom the document names; where it names none, those in the roles that must sign. */
function peopleOn(view: View, document: Happening, signers: Signers, child: string | undefined) {
  const named = (document.event as { participants?: readonly string[] }).participants ?? [];
  const family = participantsOn(view.file, document.on, familyRoles);
  const those = family.filter((p) => named.includes(p.id) && signers.named.includes(p.role));
  if (those.length > 0) return those;
  return family.filter(
    (p) =>
      signers.otherwise.includes(p.role) && (p.children === null || child === undefined || p.children.includes(child)),
  );
}
