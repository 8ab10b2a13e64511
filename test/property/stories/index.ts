import type { Stories } from './story';
import { wa } from './wa';

export const allStories: readonly Stories[] = [wa];
