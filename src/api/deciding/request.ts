// The one request that a token opens, if it still waits, and for this person.
import { isOpen } from '../../domain/notices';
import type { Happening } from '../../domain/case-file';
import type { Obligation } from '../../domain/obligation';
import { isToken } from '../../platform/answer-links';
import type { Person, SignOffLink } from '../../store/types';
import type { Deps } from '../deps';
import { planNow } from '../plan-now';

export interface OpenRequest {
  readonly link: SignOffLink;
  readonly person: Person;
  readonly obligation: Obligation;
  readonly asked: Happening;
  /** Who asked, as the directory knows that person. */
  readonly asker: string;
}

/** The table says quickly that a link is no good; that it is good the journal has the last word on. */
export async function openRequest(deps: Deps, token: string): Promise<OpenRequest | null> {
  if (!isToken(token)) return null;
  const link = await deps.store.signOffLink(deps.answerLinks.hashOf(token), deps.now());
  if (!link) return null;
  const { plan } = await planNow(deps, link.caseId);
  const obligation = plan?.obligations.find(
    (o) => isOpen(o) && o.subject.trigger?.id === link.request && o.deciders?.includes(link.staff) === true,
  );
  const asked = obligation?.subject.trigger;
  if (!obligation || !asked) return null;
  const people = await deps.store.people({ caseId: null, ids: [link.staff, asked.by] });
  const person = people.find((one) => one.id === link.staff);
  if (!person) return null;
  return { link, person, obligation, asked, asker: people.find((one) => one.id === asked.by)?.name ?? asked.by };
}
