// An agency that begins has one person: an administrator, who enters everybody else through the API.
import { agencySchema } from '../domain/agency';
import type { Config } from '../platform/config';
import type { Store } from '../store/types';

/** Only where there is no agency yet. */
export async function firstAgency(store: Store, { firstAdministrator, agency }: Config): Promise<void> {
  if ((await store.agency()) !== null) return;
  if (firstAdministrator === undefined || agency.zone === undefined)
    throw new Error(
      'There is no agency yet. Set AGENCY_ZONE to its time zone, and FIRST_ADMINISTRATOR to the subject (`sub`) that the issuer gives to its first administrator, who enters the staff.',
    );
  const administrator = {
    id: 'administrator',
    role: 'administrator',
    unit: 'administration',
    subject: firstAdministrator,
  } as const;
  await store.savePerson({
    id: administrator.id,
    caseId: null,
    name: 'Administrator',
    email: null,
    phone: null,
    language: 'en',
    doNotContact: false,
  });
  await store.saveAgency(agencySchema.parse({ id: 'agency', zone: agency.zone, staff: [administrator] }));
}
