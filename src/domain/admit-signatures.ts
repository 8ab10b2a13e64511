// Who signs, or refuses to, is somebody known; and does so once for each document.
import type { CaseFile } from './case-file';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

interface Given {
  readonly type: 'DocumentSigned' | 'SignatureRefused';
  readonly document: string;
  readonly signer: string;
}

export function signatureTrouble(given: Given, before: CaseFile, view: View, correcting: boolean): Unmet[] {
  const { type, document, signer } = given;
  if (!view.agency.staff.has(signer) && !view.file.participants.has(signer))
    return [
      unmet(
        'unknown-signer',
        'signer',
        `Neither staff nor anybody in this case has the id ${signer}.`,
        'Add the person first: ParticipantAdded.',
      ),
    ];
  const earlier = (before.byType.get(type) ?? []).find(
    ({ event: e }) =>
      (e.type === 'DocumentSigned' || e.type === 'SignatureRefused') && e.document === document && e.signer === signer,
  );
  // A plan that is completed anew is another document, or the same one after its new completion.
  const anew =
    earlier &&
    (before.byType.get('DocumentCompleted') ?? []).some(
      (h) => h.event.type === 'DocumentCompleted' && h.event.document === document && h.seq > earlier.seq,
    );
  return earlier && !anew && !correcting
    ? [
        unmet(
          'duplicate',
          'signer',
          `${signer} ${type === 'DocumentSigned' ? 'signed' : 'refused to sign'} ${document} already.`,
          'Correct the earlier record, if its day was wrong.',
        ),
      ]
    : [];
}
