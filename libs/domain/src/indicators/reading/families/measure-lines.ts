import { type Period, RefusedTable } from '../../read-value';
import { areaKey } from '../cells/area-keys';
import { nameByLabel } from '../cells/dimension-names';
import { partOfYear, periodOf } from '../cells/periods';
import { refusePersonal, refusePersonalCells } from '../cells/person-level';
import { unitOf } from '../cells/units';
import type { FamilyReader, Line, Reading, TableAbout } from '../family';
import { listed } from '../notices';
import { unitInWords } from './column-heads';
import { noNumber } from './grid-lines';
import { withoutFootnote } from './known-names';
import { areaIn, isValueLike, startsWithArea } from './layout';
import { isCumulated, isNote, MeasureWords, noteCumulated, strayLabel } from './measure-words';
import { areaOfTitles, dayMade, measureOfTitles } from './titles';
import { noteWorkedOut } from './value-columns';

/** Beside the values stand columns worked out from them; they are no values of a time. */
const WORKED_OUT =
  /veränder|differenz|abweich|anteil|absolut|\bin ?%|prozent|zum vor|gegenüber|vorjahr|vormonat/i;

/** Times by column, and the lines in which they stand. */
interface TimeHead {
  from: number;
  until: number;
  columns: Map<number, { period: Period; label: string }>;
  /** Headings of columns with changes and shares, and of those that name no time. */
  workedOut: string[];
  timeless: string[];
}

/** Whether a sheet is about one area, with what is counted in lines and times in columns: "Eckwerte". */
export function isMeasureLines(lines: readonly Line[]): boolean {
  const head = timeHeadOf(lines);
  if (!head || !areaOfTitles(lines.slice(0, head.from))) return false;
  const below = lines.slice(head.until);
  return (
    below.some((line) => isMeasureLine(line, head)) && !below.some(({ cells }) => startsWithArea(cells, 2))
  );
}

function isMeasureLine({ cells }: Line, { columns }: TimeHead): boolean {
  const values = [...columns.keys()].map((column) => cells[column] ?? '').filter(Boolean);
  const label = labelOf(cells, columns);
  return (
    /\p{L}{2}/u.test(label) && periodOf(label) === null && values.length > 0 && values.every(isValueLike)
  );
}

function labelOf(cells: readonly string[], columns: ReadonlyMap<number, unknown>): string {
  const first = Math.min(...columns.keys());
  return cells.slice(0, first).find((cell) => cell !== '') ?? '';
}

/** The first line with two times behind its first cell, and lines around it that belong to the same head. */
function timeHeadOf(lines: readonly Line[]): TimeHead | null {
  const isTimes = ({ cells }: Line): boolean =>
    (cells[0] === '' || !areaIn(cells[0] ?? '', true)) &&
    periodOf(cells[0] ?? '') === null &&
    cells.slice(1).filter((cell) => periodOf(cell) ?? partOfYear('2000', cell)).length >= 2;
  const from = lines.findIndex(isTimes);
  if (from < 0) return null;
  let until = from + 1;
  const lead = lines[from]?.cells[0] ?? '';
  // A line with a name of its own is one of values as soon as it has a single one, be it 2012 or a star.
  const isHead = ({ cells: [first = '', ...rest] }: Line): boolean => {
    const filled = rest.filter((cell) => cell !== '');
    const own = first !== '' && first !== lead;
    return filled.length > 0 && !filled.some((cell) => isValueLike(cell) && (own || periodOf(cell) === null));
  };
  while (until < lines.length && until < from + 4 && isHead(lines[until] as Line)) until += 1;
  const heads = lines.slice(from, until);
  const columns: TimeHead['columns'] = new Map();
  const [workedOut, timeless]: [string[], string[]] = [[], []];
  const width = Math.max(...heads.map(({ cells }) => cells.length));
  for (let column = 1; column < width; column += 1) {
    const words = [...new Set(heads.map(({ cells }) => cells[column]?.trim() ?? '').filter(Boolean))];
    const rest = words.filter(
      (it) => !periodOf(it) && !partOfYear('2000', it) && !/^(?:anzahl|wert|bestand)$/i.test(it),
    );
    const period = timeIn(words);
    if (rest.some((it) => WORKED_OUT.test(it))) workedOut.push(words.join(' '));
    else if (!period && words.length > 0 && columns.size > 0) timeless.push(words.join(' '));
    else if (period) columns.set(column, { period, label: rest.map(withoutFootnote).join(' ') });
  }
  return columns.size >= 2 ? { from, until, columns, workedOut, timeless } : null;
}

/** "2025" in one line and "März" in another are one time. */
function timeIn(words: readonly string[]): Period | null {
  const period = words.map((it) => periodOf(it)).find((it) => it !== null) ?? null;
  if (period?.kind !== 'YEAR') return period;
  return words.map((it) => partOfYear(period.period, it)).find((it) => it !== null) ?? period;
}

/** One sheet about one area: each line is something that is counted, or a part of what a line above it counts. */
export class MeasureLines implements FamilyReader {
  private readonly waiting: Line[] = [];
  private readonly notes: string[] = [];
  private head: TimeHead | null = null;
  private area = 0;
  private heads: readonly Line[] = [];
  private titles: string[] = [];
  private readonly words = new MeasureWords();
  private readonly series = new Map<string, number>();
  private rows = 0;

  constructor(
    private readonly reading: Reading,
    private readonly sheet: number,
  ) {}

  row(line: Line): void {
    if (line.cells.every((cell) => cell === '')) return;
    if (this.head) return this.take(line, this.head);
    this.waiting.push(line);
    const head = timeHeadOf(this.waiting);
    // The head is whole when a line of values stands below it.
    if (head && head.until < this.waiting.length) this.open(head);
  }

  end(): TableAbout {
    if (this.rows === 0)
      throw new RefusedTable('no-values', 'Unter den Zeiten im Kopf steht keine Zeile mit Werten.');
    return {
      family: 'WORKBOOK',
      table: null,
      title: this.titles.join(' '),
      notes: [...this.titles, ...this.notes].join('\n'),
      madeOn: dayMade([...this.titles, ...this.notes]),
      cutOff: false,
      subject: measureOfTitles(this.titles),
    };
  }

  private open(head: TimeHead): void {
    const lines = this.waiting.splice(0);
    const above = lines.slice(0, head.from);
    const { raw = '', name = '' } = areaOfTitles(above) ?? {};
    const key = areaKey(raw);
    if (!key) throw new RefusedTable('no-table', 'Zu den Werten fehlt das Gebiet.');
    this.head = head;
    this.heads = lines.slice(head.from, head.until);
    for (const { cells, line } of this.heads) refusePersonal(cells, line);
    this.area = this.reading.store.areaId(key, raw, name);
    this.titles = above.map(({ cells }) => [...new Set(cells.filter(Boolean))].join(' '));
    this.words.begin(measureOfTitles(this.titles));
    const at = this.heads[0]?.line ?? null;
    noteWorkedOut(this.reading.notices, head.workedOut, at);
    if (head.timeless.length > 0)
      this.reading.notices.add(
        'warning',
        'columns-timeless',
        `Spalten, deren Kopf ab Zeile ${at} keine Zeit nennt, werden nicht übernommen: ${listed(head.timeless.map((it) => `„${it}“`))}.`,
        at,
      );
    for (const line of lines.slice(head.until)) this.take(line, head);
  }

  private take(line: Line, head: TimeHead): void {
    const { cells } = line;
    const words = withoutFootnote(labelOf(cells, head.columns));
    const values = [...head.columns.keys()].map((column) => cells[column] ?? '');
    const filled = cells.filter((cell) => cell !== '');
    if (values.every((cell) => cell === '') || filled.every((cell) => cell === filled[0]))
      return this.openHeading(words || (filled[0] ?? ''));
    if (this.isHeadAgain(line, values)) return;
    refusePersonal([words], line.line);
    refusePersonalCells(cells, line.line);
    if (words === '' || startsWithArea(cells, 2)) throw strayLabel(line.line, words);
    if (isCumulated(words)) return noteCumulated(this.reading.notices, words, line.line);
    const told = this.words.of(words);
    this.rows += 1;
    for (const [column, { period, label }] of head.columns) {
      const raw = cells[column] ?? '';
      const cell = this.reading.numbers.read(raw, line.line);
      if (!cell) throw noNumber(line.line, column, raw);
      const { store } = this.reading;
      store.add(this.area, store.periodId(period), this.seriesId(told, label), cell, {
        line: line.line,
        column: column + 1,
        sheet: this.sheet,
      });
    }
  }

  private openHeading(words: string): void {
    if (isNote(words)) this.notes.push(words);
    else this.words.heading(words);
  }

  private seriesId(
    { measure, dimensions }: { measure: string; dimensions: Record<string, string> },
    label: string,
  ): number {
    const all = label === '' ? dimensions : { ...dimensions, [nameByLabel(label) ?? 'Spalte']: label };
    const known = JSON.stringify([measure, all]);
    let id = this.series.get(known);
    if (id === undefined) {
      const unit = unitOf(unitInWords([measure, ...Object.values(all)].join(' ')) || 'Anzahl');
      id = this.reading.store.addSeries({ measure, measureCode: null, ...unit, dimensions: all });
      this.series.set(known, id);
    }
    return id;
  }

  /** Below another head the columns are of other times. */
  private isHeadAgain({ line, cells }: Line, values: readonly string[]): boolean {
    const filled = values.filter(Boolean);
    const times = filled.filter((cell) => periodOf(cell) ?? partOfYear('2000', cell));
    const lead = cells[0] ?? '';
    const leads = lead === '' || this.heads.some((it) => it.cells[0] === lead);
    if (times.length < 2 || times.length < filled.length || !leads) return false;
    if (this.heads.some((it) => cells.every((cell, at) => cell === (it.cells[at] ?? '')))) return true;
    throw new RefusedTable(
      'second-head',
      `In Zeile ${line} beginnt eine zweite Tabelle mit einem anderen Kopf: Bitte legen Sie sie auf ein eigenes Blatt.`,
      line,
    );
  }
}
