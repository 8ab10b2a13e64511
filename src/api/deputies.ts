// Who acts for somebody who is away must be somebody else whom the agency knows.
import type { AgencyData, Staff } from '../domain/agency';
import { Problem, type FieldError } from './problems';

export function requireDeputies(agency: AgencyData, { id, absences = [] }: Staff): void {
  const errors = absences.flatMap(({ deputy }, i): FieldError[] => {
    if (deputy === undefined || (deputy !== id && agency.staff.some((one) => one.id === deputy))) return [];
    return [
      {
        pointer: `/absences/${i}/deputy`,
        code: deputy === id ? 'own-deputy' : 'unknown-staff',
        says: deputy === id ? 'Nobody acts for himself or herself.' : 'The agency has nobody with this id.',
        cites: [],
        mend: 'Name somebody else, or nobody: then whoever is above acts.',
      },
    ];
  });
  if (errors.length > 0) throw new Problem('refused', 'Nothing was changed.', errors);
}
