import { RefusedTable } from '../../read-value';
import type { Line } from '../family';

/**
 * Offices of the Bundesagentur have numbers that look like keys and name other areas: "042" is the Agentur in
 * Dessau-Roßlau and no region.
 */
const OFFICE =
  /^(?:(?:bezirk der )?agentur(?:en)? für arbeit|arbeitsagentur|aa |regionaldirektion|rd |jobcenter|jc |geschäftsstelle|gst\.? )/i;

/** The cell that names an office instead of an area, or undefined. */
export function officeIn(cells: readonly string[]): string | undefined {
  return cells.find((cell) => OFFICE.test(cell.replace(/^\d+\s+/, '')));
}

/** A heading merged over several lines says the same in each of them; it counts once. */
export function forgetRepeats(levels: string[][]): void {
  for (let at = levels.length - 1; at > 0; at -= 1)
    levels[at] = (levels[at] ?? []).map((cell, column) => (cell === levels[at - 1]?.[column] ? '' : cell));
}

/** The words of a line that has nothing else, or null. */
export function onlyWords(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell !== '');
  const [first = ''] = filled;
  return cells[0] !== '' && filled.every((cell) => cell === first) ? first : null;
}

export function strayLine({ line, cells }: Line): RefusedTable {
  return new RefusedTable(
    'no-period',
    `Zeile ${line} („${(cells[0] ?? '').slice(0, 40)}“) steht, wo eine Zeitangabe stehen müsste, und ist keine: Zu welcher Zeit die Werte darunter gehören, ist nicht zu erkennen.`,
    line,
  );
}

export function noTable(line: number | null = null): RefusedTable {
  return new RefusedTable(
    'no-table',
    'Wir erkennen darin keine Tabelle der amtlichen Statistik: Bitte geben Sie eine Zuordnung der Spalten an.',
    line,
  );
}
