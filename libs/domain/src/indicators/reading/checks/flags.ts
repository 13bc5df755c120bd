import { type ValueFlag, valueFlags } from '../../value-flags';
import { isCount } from '../cells/units';
import type { ValueStore } from '../value-store';

const OF_MARKER: Readonly<Record<string, ValueFlag>> = {
  '.': 'SUPPRESSED_PRIMARY',
  '*': 'SUPPRESSED_PRIMARY',
  x: 'NOT_MEANINGFUL',
  '/': 'UNRELIABLE',
  '…': 'NOT_YET_AVAILABLE',
  '': 'NOT_YET_AVAILABLE',
};
const OF_QUALITY: Readonly<Record<string, ValueFlag>> = {
  '()': 'UNRELIABLE',
  p: 'PROVISIONAL',
  r: 'REVISED',
  s: 'ESTIMATED',
};
export const DASH = '-';
/** Not yet judged: what "-" means is known only from the whole table. */
export const OPEN = 255;
/** Somebody said that it is not to come in. */
export const LEFT_OUT = 254;

export function flagNumber(flag: ValueFlag): number {
  return valueFlags.indexOf(flag);
}

/** Gives each value the flag of its own sign; "-" stays open. */
export function setFlags(store: ValueStore): void {
  const counts = store.series.map(({ unit, measure, factor }) => factor === 1 && isCount(unit, measure));
  const byMarker = store.markers.map((marker) =>
    marker === null ? -1 : flagNumber(OF_MARKER[marker] ?? 'OK'),
  );
  const dash = store.markers.indexOf(DASH);
  const zero = store.markers.indexOf('0');
  const byQuality = store.qualities.map((sign) => flagNumber(OF_QUALITY[sign ?? ''] ?? 'OK'));
  const [none, small] = [flagNumber('ZERO'), flagNumber('LESS_THAN_HALF_UNIT')];
  for (let at = 0; at < store.length; at += 1) {
    const marker = store.marker[at] ?? 0;
    if (marker === dash) store.flag[at] = OPEN;
    // Whole things that are counted one by one are none; what is rounded may be little.
    else if (marker === zero || (marker === 0 && store.value[at] === 0))
      store.flag[at] = counts[store.inSeries[at] ?? 0] ? none : small;
    else store.flag[at] = marker === 0 ? (byQuality[store.quality[at] ?? 0] ?? 0) : (byMarker[marker] ?? 0);
  }
}
