import { municipalitiesOfAnhaltBitterfeld } from '../../../territory';
import { periodOf } from '../cells/periods';

const COUNTY = '15082';
/** Since when there are the county and those of its municipalities that were formed; all others are older. */
const SINCE: Readonly<Record<string, string>> = {
  '15082': '2007-07-01',
  '15082015': '2007-07-01',
  '15082241': '2010-01-01',
  '15082256': '2010-01-01',
  '15082301': '2010-01-01',
  '15082377': '2010-01-01',
};
/** No municipality of the county beside today's ten is younger. */
const LAST_OF_OTHERS = '2010-12-31';
const TODAY = new Set(municipalitiesOfAnhaltBitterfeld.map(({ ags }) => ags));

/**
 * Whether an area existed on a day, as far as that is known here or its name says: "Bernburg, Landkreis (bis
 * 30.06.2007)".
 * @returns null where nothing is known
 */
export function existed(area: string, name: string, day: string): boolean | null {
  const until = /\(bis (\d{1,2}\.\d{1,2}\.\d{4}|\d{4})\)/.exec(name)?.[1];
  const from = /\((?:ab|seit) (\d{1,2}\.\d{1,2}\.\d{4}|\d{4})\)/.exec(name)?.[1];
  if (until) return day <= dayOf(until, '-12-31');
  if (from) return day >= dayOf(from, '-01-01');
  const since = SINCE[area];
  if (since !== undefined) return day >= since;
  if (!area.startsWith(COUNTY) || area.length !== 8) return null;
  if (TODAY.has(area)) return true;
  return day > LAST_OF_OTHERS ? false : null;
}

function dayOf(words: string, rest: string): string {
  const period = periodOf(words)?.period ?? '';
  return period.length === 4 ? period + rest : period;
}

/**
 * Whether these are all parts there are of an area, so that their sum can be held against it.
 * @param day last day of the values' time
 * @returns null where that is not known
 */
export function areAllParts(area: string, parts: readonly string[], day: string): boolean | null {
  if (area === 'DG') return parts.every((part) => part.length === 2) ? parts.length === 16 : null;
  if (area !== COUNTY) return null;
  // Before that the county had many more municipalities, of which we keep no list.
  if (day < LAST_OF_OTHERS) return false;
  const present = new Set(parts);
  return [...TODAY].every((ags) => present.has(ags));
}
