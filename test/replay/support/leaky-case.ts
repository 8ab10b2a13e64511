// A workflow as it must not be: it reads a policy itself.
import { programs } from '../../../src/programs';

export function permanencyCase(): Promise<string> {
  return Promise.resolve(programs.map((p) => p.id).join());
}
