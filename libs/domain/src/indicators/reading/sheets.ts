import type { TableAbout } from './family';
import type { ValueStore } from './value-store';

/** A sheet that was read, and which series and values of the store are its. */
export interface ReadSheet {
  about: TableAbout;
  sheet: string;
  seriesFrom: number;
  seriesTo: number;
  valuesFrom: number;
  valuesTo: number;
}

/**
 * What two sheets count alike is told apart by the sheet, unless area and time do so already: one sheet for each Kreis,
 * or for each year.
 */
export function tellSheetsApart(store: ValueStore, sheets: readonly ReadSheet[]): void {
  if (sheets.length < 2) return;
  if (areApart(store, sheets)) return joinSeries(store);
  for (const { sheet, seriesFrom, seriesTo } of sheets)
    for (const series of store.series.slice(seriesFrom, seriesTo)) series.dimensions['Blatt'] = sheet;
}

function areApart(store: ValueStore, sheets: readonly ReadSheet[]): boolean {
  const subject = sheets[0]?.about.subject;
  if (subject === undefined || sheets.some(({ about }) => about.subject !== subject)) return false;
  const seen = new Set<string>();
  for (const { valuesFrom, valuesTo } of sheets) {
    const own = new Set<string>();
    for (let at = valuesFrom; at < valuesTo; at += 1) own.add(`${store.area[at]} ${store.period[at]}`);
    for (const place of own) {
      if (seen.has(place)) return false;
      seen.add(place);
    }
  }
  return true;
}

/** One series for what several sheets count alike, so that all their areas and times are judged together. */
function joinSeries(store: ValueStore): void {
  const first = new Map<string, number>();
  const joined = store.series.map((series, id) => {
    const key = JSON.stringify(series);
    const known = first.get(key) ?? id;
    first.set(key, known);
    return known;
  });
  for (let at = 0; at < store.length; at += 1)
    store.inSeries[at] = joined[store.inSeries[at] ?? 0] ?? store.inSeries[at] ?? 0;
}
