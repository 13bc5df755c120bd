import type { SceneTable } from '@runder-tisch/domain/documents';
import { shownNumber, shownPeriod } from '@runder-tisch/domain/indicators';
import type { IndicatorUnit } from '@runder-tisch/domain/indicators/catalogue';
import { breakWords, comparable, strandsOf } from '@runder-tisch/domain/indicators/viewing';
import { counted } from '@runder-tisch/domain/text';
import { type ChartValue, HIDDEN_SIGN, isHidden, type ValueLine, valueWords } from './chart-value';

/** Where the values before and after are not comparable, oldest first. */
export function breaksOf(
  values: readonly ChartValue[],
): { before: ChartValue; after: ChartValue; says: string }[] {
  return strandsOf(values)
    .filter((strand) => strand.some((it) => it.value !== null))
    .flatMap((strand, at, all) => {
      const [before, after] = [all[at - 1]?.at(-1), strand[0]];
      return before && after ? [{ before, after, says: breakWords(before, after) }] : [];
    });
}

/** What the lines say: from where to where, what others have, and everything one must not read out of them. */
export function linesSentence(lines: readonly ValueLine[], unit: IndicatorUnit): string {
  const [own, ...others] = lines;
  if (!own || lines.every((line) => line.values.every((it) => it.value === null)))
    return 'Es gibt noch keinen Wert, der gezeigt werden kann.';
  const parts = [`${own.name}: ${way(own.values, unit)}.`];
  const compared = others.map(({ name, values }) => `${name} ${last(values, unit)}`);
  if (compared.length > 0) parts.push(`Zum Vergleich: ${compared.join('; ')}.`);
  const breaks = lines.flatMap(({ name, values }, at) =>
    breaksOf(values).map(({ after, says }) => `${at === 0 ? '' : `${name} `}ab ${timeOf(after)}: ${says}`),
  );
  if (breaks.length > 0)
    parts.push(`Bruch ${breaks.join('; ')}. Werte davor und danach sind nicht vergleichbar.`);
  const missing = lines.flatMap((line) => line.values).filter((it) => it.value === null);
  const hidden = missing.filter(({ flag }) => isHidden(flag)).length;
  if (hidden > 0)
    parts.push(`${counted(hidden, 'Wert ist', 'Werte sind')} geheim oder unbekannt (${HIDDEN_SIGN}).`);
  if (missing.length > hidden)
    parts.push(
      `${counted(missing.length - hidden, 'Wert fehlt', 'Werte fehlen')}, die Linie ist dort unterbrochen.`,
    );
  return parts.join(' ');
}

/** One row a period and basis; what changes with it stands in the last column. */
export function linesTable(lines: readonly ValueLine[], unit: IndicatorUnit): SceneTable {
  const rows: { of: ChartValue; cells: string[] }[] = [];
  lines.forEach(({ values }, at) => {
    for (const value of values) {
      let row = rows.find(
        ({ of }) =>
          of.periodEnd === value.periodEnd && of.periodStart === value.periodStart && comparable(of, value),
      );
      if (!row) rows.push((row = { of: value, cells: lines.map(() => '–') }));
      row.cells[at] = valueWords(value, unit);
    }
  });
  const breaks = breaksOf(lines[0]?.values ?? []);
  rows.sort((a, b) => a.of.periodEnd.localeCompare(b.of.periodEnd));
  return {
    head: ['Stand', ...lines.map(({ name }) => name), ...(breaks.length > 0 ? ['Bruch'] : [])],
    rows: rows.map(({ of, cells }) => [
      timeOf(of),
      ...cells,
      ...(breaks.length > 0
        ? [breaks.find(({ after }) => after.periodEnd === of.periodEnd && comparable(after, of))?.says ?? '']
        : []),
    ]),
  };
}

/** `von 43,2 (31.12.2014) auf 44,1 (31.12.2015)`, within the newest comparable values. */
function way(values: readonly ChartValue[], unit: IndicatorUnit): string {
  const known = strandsOf(values)
    .map((strand) => strand.filter((it) => it.value !== null))
    .filter((strand) => strand.length > 0)
    .toSorted((a, b) => (a.at(-1)?.periodEnd ?? '').localeCompare(b.at(-1)?.periodEnd ?? ''))
    .at(-1);
  const [first, now] = [known?.[0], known?.at(-1)];
  if (!first || !now) return 'kein Wert';
  if (first === now) return `${numberOf(now, unit)} (${timeOf(now)})`;
  return `von ${numberOf(first, unit)} (${timeOf(first)}) auf ${numberOf(now, unit)} (${timeOf(now)})`;
}

function last(values: readonly ChartValue[], unit: IndicatorUnit): string {
  const now = values
    .filter((it) => it.value !== null)
    .toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd))
    .at(-1);
  return now ? `${numberOf(now, unit)} (${timeOf(now)})` : 'ohne Wert';
}

function numberOf({ value }: ChartValue, unit: IndicatorUnit): string {
  return shownNumber(value ?? 0, unit);
}

function timeOf({ periodKind, periodStart, periodEnd }: ChartValue): string {
  return shownPeriod(periodKind, periodStart, periodEnd);
}
