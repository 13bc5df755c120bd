import { RefusedTable } from '../../read-value';
import { isCount } from '../cells/units';
import { areaByName } from '../families/known-names';
import { listed, type Notices } from '../notices';
import type { ValueStore } from '../value-store';
import { seriesWords } from '../value-store';

const GERMAN = new Intl.NumberFormat('de-DE');
/** UTF-8 that a program took for Windows-1252 and wrote as UTF-8 once more: "SÃ¼dliches". */
const TWICE_ENCODED = /Ã[\u0080-\u00bf„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u0080-\u00bf]/;
const SHARE = /quote\b|anteil\b|beteiligung\b/i;
const PER_HEAD = /(?:je|pro) (?:einw|kopf|person|haushalt)/i;

/**
 * @throws RefusedTable where labels were spoilt on their way: nothing by such a name is found again
 */
export function refuseSpoiltWords({ areas, series }: ValueStore): void {
  const words = [
    ...areas.map(({ name }) => name),
    ...series.flatMap(({ measure, dimensions }) => [measure, ...Object.values(dimensions)]),
  ];
  const spoilt = words.find((it) => TWICE_ENCODED.test(it));
  if (spoilt)
    throw new RefusedTable(
      'encoding',
      `„${spoilt.trim().slice(0, 60)}“ ist in einer falschen Zeichenkodierung gespeichert: Bitte laden Sie die Datei noch einmal herunter oder speichern Sie sie als „CSV UTF-8“.`,
    );
}

/**
 * @throws RefusedTable where "5.090" people would be a little more than five, because another number has a point too
 */
export function refuseBrokenCounts(store: ValueStore, thousands: { '.': boolean; ',': boolean }): void {
  const counts = store.series.map(({ unit, measure, factor }) => factor === 1 && isCounted(unit, measure));
  for (let at = 0; at < store.length; at += 1) {
    const sign = store.doubtOf(at);
    if (sign === null || thousands[sign] || !counts[store.inSeries[at] ?? 0]) continue;
    throw new RefusedTable(
      'mixed-numbers',
      `In Zeile ${store.line[at]}, Spalte ${store.column[at]} wäre eine Anzahl nach dem übrigen Gebrauch der Zeichen ${GERMAN.format(store.value[at] ?? 0)}, also keine ganze Zahl: Punkt und Komma sind gemischt, und wir raten die Zahlen nicht.`,
      store.line[at] ?? null,
    );
  }
}

function isCounted(unit: string, measure: string): boolean {
  return /^(?:Anzahl|Personen)$/.test(unit) && isCount(unit, measure);
}

/** What no published table has: keys beside foreign names, shares above the whole, millions per head. */
export function checkPlausible(store: ValueStore, notices: Notices): void {
  const warn = (code: string, says: string, line: number | null): void =>
    notices.add('warning', code, says, line);
  const foreign = store.areas.filter(({ area, name }) => {
    const named = /^15082\d{3}$/.test(area) ? areaByName(name.trim()) : null;
    return named !== null && /^15082\d{3}$/.test(named) && named !== area;
  });
  if (foreign.length > 0)
    warn(
      'name-not-of-key',
      `Schlüssel und Name passen nicht zusammen: ${listed(foreign.map(({ key, name }) => `${key} heißt in der Datei „${name.trim()}“`))}. Sind Zeilen oder Spalten vertauscht?`,
      null,
    );
  const shares = store.series.map(({ unit, measure }) => unit === 'Prozent' && SHARE.test(measure));
  const heads = store.series.map(({ unit, measure }) => unit === 'EUR' && PER_HEAD.test(measure));
  const factors = store.series.map(({ factor }) => factor);
  let [share, head] = [-1, -1];
  for (let at = 0; at < store.length && (share < 0 || head < 0); at += 1) {
    const value = store.value[at] ?? NaN;
    const of = store.inSeries[at] ?? 0;
    if (share < 0 && shares[of] && value > 100) share = at;
    if (head < 0 && heads[of] && value * (factors[of] ?? 1) >= 1_000_000) head = at;
  }
  checkFractions(store, warn);
  if (share >= 0)
    warn(
      'share-above-whole',
      `In Zeile ${store.line[share]}, Spalte ${store.column[share]} steht für „${seriesWords(store.series[store.inSeries[share] ?? 0])}“ ${GERMAN.format(store.value[share] ?? 0)} Prozent, also mehr als das Ganze: Ist das Komma verrutscht?`,
      store.line[share] ?? null,
    );
  if (head >= 0)
    warn(
      'millions-per-head',
      `In Zeile ${store.line[head]}, Spalte ${store.column[head]} stünden für „${seriesWords(store.series[store.inSeries[head] ?? 0])}“ ${GERMAN.format((store.value[head] ?? 0) * (store.series[store.inSeries[head] ?? 0]?.factor ?? 1))} EUR: Sind die Einheiten vertauscht?`,
      store.line[head] ?? null,
    );
}

/** People and things are whole; where most values of a measure are, a fraction among them is a slip. */
function checkFractions(
  store: ValueStore,
  warn: (code: string, says: string, line: number | null) => void,
): void {
  const counts = store.series.map(({ unit, factor, measure }) => factor === 1 && isCounted(unit, measure));
  const found = new Map<string, { whole: number; broken: number; at: number }>();
  for (let at = 0; at < store.length; at += 1) {
    const of = store.inSeries[at] ?? 0;
    const value = store.value[at] ?? NaN;
    if (!counts[of] || Number.isNaN(value)) continue;
    const { measure = '' } = store.series[of] ?? {};
    const it = found.get(measure) ?? { whole: 0, broken: 0, at: -1 };
    found.set(measure, it);
    if (Number.isInteger(value)) it.whole += 1;
    else {
      it.broken += 1;
      if (it.at < 0) it.at = at;
    }
  }
  for (const [measure, { whole, broken, at }] of found)
    if (broken > 0 && whole >= 3 && broken * 5 <= whole + broken)
      warn(
        'fraction-of-count',
        `In Zeile ${store.line[at]}, Spalte ${store.column[at]} steht für „${measure.slice(0, 80)}“ ${GERMAN.format(store.value[at] ?? 0)}, alle anderen Anzahlen sind ganz: Ist das Komma verrutscht?`,
        store.line[at] ?? null,
      );
}
