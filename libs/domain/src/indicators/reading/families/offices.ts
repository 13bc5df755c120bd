import { RefusedTable } from '../../read-value';
import { periodOf } from '../cells/periods';
import type { Line } from '../family';
import { isValueLike, startsWithArea } from './layout';
import { areaOfTitles } from './titles';

/**
 * Offices of the Bundesagentur have numbers that look like keys and name other areas: "042" is the Agentur in
 * Dessau-Roßlau and no region.
 */
const OFFICE =
  /^(?:(?:bezirk der )?agentur(?:en)? für arbeit|arbeitsagentur|(?:agentur|jobcenter)bezirk|aa |regionaldirektion|rd |jobcenter|jc |geschäftsstelle|gst\.? )/i;
const LEAD = /^(?:region|gebiet|regionale gliederung|auswahl|dienststelle)\s*:\s*/i;

/** Whether words name an office instead of an area. */
export function isOffice(words: string): boolean {
  return OFFICE.test(words.replace(LEAD, '').replace(/^\d+\s+/, ''));
}

/** The cell that names an office instead of an area, or undefined. */
export function officeIn(cells: readonly string[]): string | undefined {
  return cells.find(isOffice);
}

/**
 * The district of an office is no Kreis, though it may be called like one: what counts for it is given to nobody.
 * @throws RefusedTable where a sheet is about an office, or about an office and an area
 */
export function refuseOfficeSheet(lines: readonly Line[]): void {
  const values = lines.findIndex(hasNumbers);
  if (values < 0 || lines.some((line) => hasNumbers(line) && startsWithArea(line.cells, 3))) return;
  const titles = lines
    .slice(0, values)
    .filter(isTitle)
    .map(({ cells }) => [...new Set(cells.filter(Boolean))].join(' '));
  const office = titles.find(isOffice)?.replace(LEAD, '').slice(0, 80);
  if (office === undefined) return;
  const area = areaOfTitles(
    titles.filter((title) => !isOffice(title)).map((title) => ({ line: 0, cells: [title] })),
  );
  throw new RefusedTable(
    'no-table',
    area
      ? `Über den Werten stehen „${office}“ und „${area.name.trim()}“: Für welches Gebiet sie gelten, ist nicht zu erkennen. Bitte lassen Sie nur das Gebiet stehen, das gemeint ist.`
      : `Die Werte gelten für „${office}“; der Bezirk einer Dienststelle hat keinen amtlichen Schlüssel und ist kein Kreis. Bitte nehmen Sie die Tabelle für den Landkreis.`,
  );
}

function hasNumbers({ cells }: Line): boolean {
  const [, ...behind] = cells;
  return behind.some((cell) => /\d/.test(cell) && isValueLike(cell) && periodOf(cell) === null);
}

/** Words alone in a line, or behind a lead in the cell before. */
function isTitle({ cells }: Line): boolean {
  const filled = new Set(cells.filter(Boolean));
  return filled.size === 1 || (filled.size === 2 && /:\s*$/.test(cells[0] ?? ''));
}
