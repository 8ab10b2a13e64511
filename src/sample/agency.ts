// A sample agency: staff with invented names, on a domain that belongs to nobody.
import { agencySchema, type AgencyInput } from '../domain/agency';
import type { Store } from '../store/types';

export const SAMPLE_ZONE = 'America/Los_Angeles';
const unit = 'north';

const staff = [
  { id: 'ana', name: 'Ana Whitfield', role: 'caseworker' },
  { id: 'ben', name: 'Ben Okafor', role: 'caseworker' },
  { id: 'carla', name: 'Carla Nyström', role: 'supervisor' },
  { id: 'dora', name: 'Dora Kealoha', role: 'facilitator-supervisor' },
  { id: 'emil', name: 'Emil Sandoval', role: 'facilitator' },
  // Carries fifty families outside this data: one more has to be signed off.
  { id: 'fay', name: 'Fay Lindqvist', role: 'facilitator', otherFamilies: 50 },
  { id: 'greta', name: 'Greta Moreau', role: 'program-manager' },
  { id: 'hana', name: 'Hana Petrov', role: 'p3-worker' },
  { id: 'ivan', name: 'Ivan Castellano', role: 'p3-supervisor' },
  { id: 'jonas', name: 'Jonas Aldana', role: 'intake' },
  { id: 'kira', name: 'Kira Vance', role: 'records-clerk' },
  { id: 'leo', name: 'Leo Marchetti', role: 'operator' },
  { id: 'mina', name: 'Mina Okonkwo', role: 'administrator' },
] as const;

const agency: AgencyInput = {
  id: 'sample-agency',
  zone: SAMPLE_ZONE,
  // All day: whoever tries it sees the text in the mailbox, whatever the hour.
  settings: { textsFrom: '00:00', textsUntil: '00:00' },
  staff: staff.map(({ name: _name, ...person }) => ({ ...person, unit })),
};

export const sampleStaff = staff.map(({ id, name, role }, i) => ({
  id,
  name,
  role,
  email: `${id}@agency.example.org`,
  phone: `+1 206 555 01${String(20 + i)}`,
}));

/** Only where there is no agency yet. */
export async function sampleAgency(store: Store): Promise<void> {
  if ((await store.agency()) !== null) return;
  for (const { id, name, email, phone } of sampleStaff)
    await store.savePerson({ id, caseId: null, name, email, phone, language: 'en', doNotContact: false });
  await store.saveAgency(agencySchema.parse(agency));
}
