import { ca } from './ca';
import { la } from './la';
import { laWithCa, waThenWi } from './mixed';
import { mo } from './mo';
import type { Stories } from './story';
import { wa } from './wa';
import { wi } from './wi';

export const allStories: readonly Stories[] = [wa, la, mo, wi, ca, laWithCa, waThenWi];
