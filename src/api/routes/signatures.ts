// Signatures of one document, in any order, each with its day; and refusals, which stand for a signature where the program allows.
import { agencyOf } from '../../domain/agency';
import { iso } from '../../domain/calendar';
import type { Happening } from '../../domain/case-file';
import { signaturesWanted } from '../../domain/signatures';
import { View } from '../../domain/view';
import { signatures } from '../answers-case';
import * as contracts from '../contracts';
import { operation, type Call } from '../operation';
import { planNow } from '../plan-now';
import { Problem } from '../problems';
import { creatingAnswers, param, recordedCase, recordOne } from './about-case';

export const readSignatures = operation({
  id: 'readSignatures',
  needs: 'read-case',
  summary: 'Who has signed a document, who refused, and which signatures are still wanted',
  answers: { 200: signatures },
  async handle(call) {
    const { deps } = call;
    const { caseId } = recordedCase(call);
    const [{ file }, agency, people, staff] = await Promise.all([
      planNow(deps, caseId),
      deps.store.agency(),
      deps.store.people({ caseId }),
      deps.store.people({ caseId: null }),
    ]);
    const document = documentIn(file.byType.get('DocumentCompleted') ?? [], param(call, 'document'));
    if (!agency || document?.event.type !== 'DocumentCompleted') throw noDocument();
    const e = document.event;
    const view = new View(file, agencyOf(agency), deps.programs, deps.now());
    const names = new Map([...staff, ...people].map((person) => [person.id, person.name]));
    return {
      status: 200,
      body: {
        document: e.document,
        kind: e.kind,
        completedOn: iso(document.on),
        given: view.naming(e.document).flatMap((h) => givenIn(h, e.document, names)),
        wanted: signaturesWanted(view, document).map(({ program, duty, lacking }) => ({
          program: program.id,
          duty: duty.id,
          says: duty.says,
          cites: [...duty.cites],
          complete: lacking.length === 0,
          lacking: [...lacking],
        })),
      },
    };
  },
});

function givenIn(h: Happening, document: string, names: ReadonlyMap<string, string>) {
  const { event: e } = h;
  if ((e.type !== 'DocumentSigned' && e.type !== 'SignatureRefused') || e.document !== document) return [];
  return [
    {
      event: h.id,
      signer: e.signer,
      name: names.get(e.signer) ?? null,
      signed: e.type === 'DocumentSigned',
      on: iso(h.on),
      reason: e.type === 'SignatureRefused' ? e.reason : null,
    },
  ];
}

/** Completed more than once it is read as it was completed last. */
function documentIn(completed: readonly Happening[], id: string): Happening | undefined {
  return completed.findLast((h) => h.event.type === 'DocumentCompleted' && h.event.document === id);
}

const noDocument = (): Problem =>
  new Problem('not-found', 'No such document is on record in this case. Record DocumentCompleted first.');

async function onRecord(call: Call<unknown, unknown>): Promise<string> {
  const { caseId } = recordedCase(call);
  const { file } = await planNow(call.deps, caseId);
  const document = param(call, 'document');
  if (!documentIn(file.byType.get('DocumentCompleted') ?? [], document)) throw noDocument();
  return document;
}

export const signDocument = operation({
  id: 'signDocument',
  needs: 'record-documents',
  summary: 'Record that somebody signed a document',
  about:
    'In any order; `on` is the day of the signature. The document is complete on the day of the last one that is wanted.',
  body: contracts.signDocument,
  answers: creatingAnswers,
  async handle(call) {
    const document = await onRecord(call);
    return recordOne(call, { type: 'DocumentSigned', document, ...call.body }, { creates: true });
  },
});

export const refuseSignature = operation({
  id: 'refuseSignature',
  needs: 'record-documents',
  summary: 'Record that somebody refuses to sign a document, with the reason',
  about:
    'It stands for the signature of a member of the family where the program says so; for worker and supervisor never.',
  body: contracts.refuseSignature,
  answers: creatingAnswers,
  async handle(call) {
    const document = await onRecord(call);
    return recordOne(call, { type: 'SignatureRefused', document, ...call.body }, { creates: true });
  },
});
