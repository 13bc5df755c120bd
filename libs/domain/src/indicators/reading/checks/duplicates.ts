import { RefusedTable } from '../../read-value';
import { personLevel } from '../cells/person-level';
import type { Notices } from '../notices';
import { seriesWords } from '../value-store';
import type { TableView } from './table-view';

/**
 * Two values for the same area, time and labels: the same number twice is said, two numbers are refused, and where
 * most keys repeat, the rows are single cases and no statistics.
 * @throws RefusedTable
 */
export function refuseRepeats(view: TableView, notices: Notices, mapped: boolean): void {
  const { store, order } = view;
  let repeated = 0;
  let equal: { at: number; before: number } | null = null;
  let different: { at: number; before: number } | null = null;
  for (let next = 1; next < order.length; next += 1) {
    const [before, at] = [order[next - 1] ?? 0, order[next] ?? 0];
    if (view.key(before) !== view.key(at)) continue;
    repeated += 1;
    const same =
      store.marker[before] === store.marker[at] &&
      (store.value[before] === store.value[at] ||
        (Number.isNaN(store.value[before] ?? NaN) && Number.isNaN(store.value[at] ?? NaN)));
    if (same) equal ??= { at, before };
    else different ??= { at, before };
  }
  if (repeated === 0) return;
  const { at, before } = different ?? equal ?? { at: 0, before: 0 };
  const lines = [store.line[before] ?? 0, store.line[at] ?? 0].sort((one, other) => one - other);
  if (mapped && repeated >= 5 && repeated * 3 >= store.length)
    throw personLevel(
      `Für dasselbe Gebiet, dieselbe Zeit und dieselben Merkmale stehen viele Zeilen da (etwa Zeile ${lines[0]} und ${lines[1]}), wie in einer Liste einzelner Fälle`,
      lines[1] ?? 0,
    );
  const { name = '', area = '' } = store.areas[store.area[at] ?? 0] ?? {};
  const what = `${name.trim() || area}, ${store.periods[store.period[at] ?? 0]?.period}, „${seriesWords(store.series[store.inSeries[at] ?? 0])}“`;
  if (different)
    throw new RefusedTable(
      'repeated-key',
      `Für ${what} stehen in Zeile ${lines[0]} und ${lines[1]} verschiedene Werte: Ist eine Zeitangabe falsch, oder steht ein Block zweimal da?`,
      lines[1] ?? null,
    );
  notices.add(
    'warning',
    'repeated-value',
    `${repeated === 1 ? 'Ein Wert steht' : `${repeated} Werte stehen`} zweimal mit derselben Zahl da, zuerst ${what} in Zeile ${lines[0]} und ${lines[1]}.`,
    lines[1] ?? null,
  );
}
