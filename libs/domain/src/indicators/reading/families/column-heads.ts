import type { Period } from '../../read-value';
import {
  isConnector,
  isDimensionName,
  isLabel,
  isTotal,
  nameByLabel,
  nameOfLabels,
} from '../cells/dimension-names';
import { partOfYear, periodOf } from '../cells/periods';
import { isUnit, unitOf } from '../cells/units';

/** What one column of values counts, as the lines above it say. */
export interface ColumnHead {
  measure: string;
  unit: string;
  factor: number;
  dimensions: Record<string, string>;
  /** Where the time stands in the head. */
  period: Period | null;
  /** A month or quarter in the head, whose year stands elsewhere; otherwise empty. */
  part: string;
  /** False where nothing names the unit, and it is taken for a count. */
  unitTold: boolean;
}

export interface HeadLines {
  /** Lines of the head, only the columns of values. */
  levels: readonly (readonly string[])[];
  /** "Bevölkerungsstand (Anzahl)": the one measure of the whole table, where a line above the head names it. */
  titleMeasure: { measure: string; unit: string } | null;
  /** What the title of a workbook says is counted; it counts where the head has labels alone. */
  title: string;
  /** Workbooks set parts of several kinds side by side below one total: sexes, nationalities, "darunter". */
  workbook: boolean;
}

/** Takes the lines of a head apart: units, times, measures, and pairs of dimension and label. */
export function columnHeads({ levels, titleMeasure, title, workbook }: HeadLines): ColumnHead[] {
  const width = Math.max(0, ...levels.map((level) => level.length));
  let rest = levels.map((level) => Array.from({ length: width }, (_, at) => level[at] ?? ''));
  const unitLine = rest.at(-1) ?? [];
  const filled = unitLine.filter(Boolean);
  // "Personen" alone above a column is what it counts.
  const hasUnits = filled.length > 0 && filled.every(isUnit) && (rest.length > 1 || titleMeasure !== null);
  if (hasUnits) rest = rest.slice(0, -1);
  // Days below their year: the finer one is meant.
  const inTimes = rest.filter(isTimes);
  const times = filledRight(
    inTimes.find((level) => level.some((cell) => periodOf(cell)?.kind !== 'YEAR' && cell)) ??
      inTimes[0] ??
      [],
  );
  rest = rest.filter((level) => !inTimes.includes(level));
  const partAt = rest.findIndex(isPartsOfYear);
  const parts = partAt < 0 ? [] : (rest[partAt] ?? []);
  if (partAt >= 0) rest = rest.filter((_, at) => at !== partAt);
  const told = titleMeasure ?? (title !== '' && hasLabelsAlone(rest) ? { measure: title, unit: '' } : null);
  const measures = measuresOf(rest, told, width);
  const labels = dimensionsOf(measures.levels, measures.names, { workbook, fromTitle: told !== null });
  return Array.from({ length: width }, (_, column): ColumnHead => {
    const measure = measures.names[column] ?? '';
    const words = hasUnits ? (unitLine[column] ?? '') : titleMeasure?.unit || unitIn(measure, rest, column);
    return {
      measure,
      ...unitOf(words || 'Anzahl'),
      unitTold: words !== '',
      dimensions: labels[column] ?? {},
      ...timeOf(times[column] ?? '', parts[column] ?? ''),
    };
  });
}

/** A year in one line of the head and a month or quarter of it in another are one time. */
function timeOf(time: string, part: string): Pick<ColumnHead, 'period' | 'part'> {
  const period = time ? periodOf(time) : null;
  if (!period) return { period, part };
  return { period: (period.kind === 'YEAR' && partOfYear(period.period, part)) || period, part: '' };
}

function isTimes(level: readonly string[]): boolean {
  return level.some(Boolean) && level.every((cell) => cell === '' || periodOf(cell));
}

function isPartsOfYear(level: readonly string[]): boolean {
  return level.some(Boolean) && level.every((cell) => cell === '' || partOfYear('2000', cell) !== null);
}

function filledRight(cells: readonly string[]): string[] {
  let last = '';
  return cells.map((cell) => (last = cell || last));
}

/** "Insgesamt | davon: Männer | Frauen | darunter: Auszubildende" names parts of one thing and not the thing. */
function hasLabelsAlone([first = []]: readonly (readonly string[])[]): boolean {
  const filled = first.filter(Boolean);
  return isLabel(filled[0] ?? '') && filled.filter(isLabel).length * 2 >= filled.length;
}

function unitIn(measure: string, levels: readonly (readonly string[])[], column: number): string {
  return unitInWords([measure, ...levels.map((level) => level[column] ?? '')].join(' '));
}

/** A unit among other words: "Quote in %", "Ausgaben (Tsd. EUR)"; empty where there is none. */
export function unitInWords(words: string): string {
  const told =
    /\((?:in )?([^()]{1,20})\)/.exec(words)?.[1] ?? /\bin (%|Prozent|EUR|Euro|€|Tsd\. EUR)/i.exec(words)?.[1];
  if (told && isUnit(told)) return told;
  return /%|quoten?\b|anteil/i.test(words) ? 'Prozent' : '';
}

function measuresOf(
  levels: readonly (readonly string[])[],
  titleMeasure: HeadLines['titleMeasure'],
  width: number,
): { names: string[]; levels: readonly (readonly string[])[] } {
  if (titleMeasure) return { names: Array.from({ length: width }, () => titleMeasure.measure), levels };
  const [first = [], second = []] = levels;
  const last = levels.at(-1) ?? [];
  // One heading over all columns, groups below it, and under these as many different words as columns: the measures.
  const below =
    levels.length >= 3 &&
    new Set(first).size === 1 &&
    levels.every((level) => level.every(Boolean)) &&
    new Set(second).size > 1 &&
    new Set(last).size === width &&
    !last.some((label) => isTotal(label) || nameByLabel(label));
  if (below) return { names: [...last], levels: levels.slice(0, -1) };
  let before = '';
  const names = first.map((cell) => {
    // "Davon" means the measure to its left.
    if (cell !== '' && !isConnector(cell)) before = cell;
    return before;
  });
  return { names, levels: levels.slice(1) };
}

function dimensionsOf(
  levels: readonly (readonly string[])[],
  measures: readonly string[],
  { workbook, fromTitle }: { workbook: boolean; fromTitle: boolean },
): Record<string, string>[] {
  const width = measures.length;
  // Columns that agree in everything above a line stand in one group of it.
  let groups = measures.map((measure) => measure);
  const pending: (string | null)[] = Array.from({ length: width }, () => null);
  const found: Record<string, string>[] = Array.from({ length: width }, () => ({}));
  levels.forEach((level, at) => {
    const members = new Map<string, number[]>();
    groups.forEach((group, column) => {
      const columns = members.get(group);
      if (columns) columns.push(column);
      else members.set(group, [column]);
    });
    for (const columns of members.values()) {
      const labels = [...new Set(columns.map((column) => level[column] ?? '').filter(Boolean))];
      // A total alone in its group is one of what stands beside it on the same line.
      const together =
        nameOfLabels(labels) ?? (labels.every(isTotal) ? nameOfLabels(level.filter(Boolean)) : null);
      const isOverAll =
        (workbook || (fromTitle && at === 0)) &&
        (labels.some((label) => isConnector(label.split(' ')[0] ?? '')) ||
          new Set(labels.map(nameByLabel).filter((name) => name !== null)).size > 1);
      const isName = (column: number): boolean => {
        const cell = level[column] ?? '';
        if (!levels[at + 1]?.[column] || pending[column]) return false;
        if (isDimensionName(cell)) return true;
        if (labels.length > 1 || nameByLabel(cell) || isTotal(cell)) return false;
        const children = new Set(columns.filter((it) => level[it]).map((it) => levels[at + 1]?.[it]));
        return columns.length > 1 && children.size > 1;
      };
      for (const column of columns) {
        const cell = level[column] ?? '';
        if (cell === '' || isConnector(cell) || (isOverAll && isTotal(cell))) continue;
        if (isName(column)) pending[column] = cell;
        else {
          const name = pending[column] ?? together ?? nameByLabel(cell) ?? 'Merkmal';
          addLabel(found[column] ?? {}, name, cell);
          pending[column] = null;
        }
      }
    }
    groups = groups.map((group, column) => `${group}\u0000${level[column] ?? ''}`);
  });
  return found;
}

/** A second dimension of the same name gets a number, so that none hides the other. */
export function addLabel(dimensions: Record<string, string>, name: string, label: string): void {
  let free = name;
  for (let next = 2; free in dimensions; next += 1) free = `${name} ${next}`;
  dimensions[free] = label;
}
