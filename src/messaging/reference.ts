// The name under which carriers know a message: the same for the same intent, and it tells nothing of it.
import { createHash } from 'node:crypto';

export const referenceOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);
