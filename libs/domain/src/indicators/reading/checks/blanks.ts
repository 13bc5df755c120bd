import type { Notices } from '../notices';
import type { ValueStore } from '../value-store';

/** Cells that should hold a value and hold nothing. */
export function noteBlanks(store: ValueStore, notices: Notices): void {
  const blank = store.markers.indexOf('');
  const all = store.marker.subarray(0, store.length);
  const at = blank < 0 ? -1 : all.indexOf(blank);
  if (at < 0) return;
  const count = all.reduce((sum, it) => sum + (it === blank ? 1 : 0), 0);
  notices.add(
    'warning',
    'blank-values',
    `${count === 1 ? 'Eine Zelle mit einem Wert ist' : `${count} Zellen mit Werten sind`} leer, zuerst in Zeile ${store.line[at]}, Spalte ${store.column[at]}; sie gelten als nicht vorhanden.`,
    store.line[at] ?? null,
  );
}
