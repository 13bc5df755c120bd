import { RefusedTable } from '../../read-value';
import { areaLevel } from '../cells/area-keys';
import { firstDay } from '../cells/periods';
import { dayInTitle } from '../families/titles';
import type { Reading, TableAbout } from '../family';
import { listed, type Notices } from '../notices';
import type { ValueStore } from '../value-store';
import { noteBlanks } from './blanks';
import { existed } from './known-territory';
import type { Standing } from './standing';

/**
 * Holds the times of all values against the day the file was made and the day in its title.
 * @param today ISO day; what lies behind it is asked about
 * @throws RefusedTable where a value is of a time after the file
 */
export function checkTimes({ store, notices }: Reading, about: TableAbout, today: string): void {
  const latest = about.madeOn ?? today;
  const after = store.periods.filter((period) => firstDay(period) > latest);
  if (after.length > 0 && about.madeOn)
    throw new RefusedTable(
      'period-after-file',
      `Die Datei nennt als Stand den ${dotted(about.madeOn)}, Werte darin sind aber von ${listed(after.map(({ period }) => period))}: Eine der Zeitangaben ist falsch.`,
    );
  if (after.length > 0)
    notices.add(
      'question',
      'period-ahead',
      `Werte sind von ${listed(after.map(({ period }) => period))} und damit aus der Zukunft: Ist die Zeitangabe richtig?`,
    );
  const day = dayInTitle(about.title);
  const other = day ? store.periods.filter((it) => it.kind === 'DAY' && !it.period.endsWith(day)) : [];
  if (day && other.length > 0)
    notices.add(
      'warning',
      'period-not-as-titled',
      `Der Titel nennt als Stichtag den ${day.slice(3)}.${day.slice(0, 2)}., Werte sind aber von ${listed(other.map(({ period }) => period))}.`,
    );
}

/**
 * What there is to say about a file as a whole.
 * @param official whether nobody said how the table is meant
 */
export function checkFile(
  { store, notices }: Reading,
  about: TableAbout,
  standing: Standing,
  official: boolean,
): void {
  if (about.cutOff)
    notices.add(
      'warning',
      'cut-off',
      'Die Datei endet ohne die Fußzeile mit Lizenz und Stand, die zu jeder Tabelle der Regionaldatenbank gehört: Sie ist vielleicht abgeschnitten.',
    );
  if (official && standing.isBaseOpen(store.periods))
    notices.add(
      'question',
      'base-open',
      'Die Datei sagt nicht, ob die Bevölkerung nach 2022 auf dem Zensus 2011 oder dem Zensus 2022 beruht: Worauf beruht sie?',
    );
  const parts = store.areas.filter(({ kind }) => kind === 'KREIS_PART');
  if (parts.length > 0)
    notices.add(
      'note',
      'parts-among-kreise',
      `Unter den Kreisen stehen ${parts.length} Teile von Kreisen (${listed(
        parts.map(({ key, name }) => `${key} ${name.trim()}`),
        3,
      )}): Über diese Gebiete darf nicht summiert werden.`,
    );
  if (standing.isPerturbed())
    notices.add(
      'note',
      'cell-key',
      'Die Werte sind nach der Cell-Key-Methode verändert: Teile ergeben nicht genau ihre Summe und werden nicht zusammengezählt.',
    );
  noteBlanks(store, notices);
  checkAreas(store, notices);
}

/** I2: a value belongs to an area that existed at its time. */
function checkAreas(store: ValueStore, notices: Notices): void {
  const said = new Set<number>();
  for (let at = 0; at < store.length; at += 1) {
    const id = store.area[at] ?? 0;
    if (said.has(id) || !(Math.abs(store.value[at] ?? NaN) > 0)) continue;
    const { area = '', name = '' } = store.areas[id] ?? {};
    if (areaLevel(area) < 5) continue;
    const period = store.periods[store.period[at] ?? 0];
    if (!period || existed(area, name, firstDay(period)) !== false || period.kind === 'RANGE') continue;
    const last = `${period.period.slice(0, 4)}-12-31`;
    if (existed(area, name, last) !== false) continue;
    said.add(id);
    notices.add(
      'warning',
      'area-not-existing',
      `Für ${name.trim() || area} (${area}) steht in Zeile ${store.line[at]} ein Wert von ${period.period}, obwohl es das Gebiet da nicht gab.`,
      store.line[at] ?? null,
    );
  }
}

function dotted(day: string): string {
  return day.split('-').reverse().join('.');
}
