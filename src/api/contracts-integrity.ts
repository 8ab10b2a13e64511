// What the API takes about the soundness of cases.
import { z } from 'zod';

export const checkNow = z.strictObject({});
export const mend = z.strictObject({});
