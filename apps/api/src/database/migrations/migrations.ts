import { Technical1760000000100 } from './1760000000100-technical';
import { Lists1760000000300 } from './1760000000300-lists';
import { Actors1760000000400 } from './1760000000400-actors';

/** In the order in which they ran on every installation; never rewritten once released. */
export const migrations = [Technical1760000000100, Lists1760000000300, Actors1760000000400];
