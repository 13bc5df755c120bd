import { type Period, RefusedTable } from '../../read-value';
import { areaKey } from '../cells/area-keys';
import { isConnector, isDimensionName, isLabel, isTotal, nameByLabel } from '../cells/dimension-names';
import { partOfYear, periodOf } from '../cells/periods';
import { refusePersonal, refusePersonalCells } from '../cells/person-level';
import { unitOf } from '../cells/units';
import type { FamilyReader, Line, Reading, TableAbout } from '../family';
import { listed } from '../notices';
import { addLabel, columnHeads, unitInWords } from './column-heads';
import { noNumber } from './grid-lines';
import { withoutFootnote } from './known-names';
import {
  aboveHead,
  isPlainHeading,
  type LabelColumn,
  type LabelHead,
  meaningOf,
  noAreaAbove,
  noMeasureAbove,
  type RowMeaning,
  unclearLabels,
} from './label-head';
import { areaIn, isValueLike } from './layout';
import {
  bareLabel,
  isCumulated,
  isNote,
  type Measured,
  MeasureWords,
  noteCumulated,
  strayLabel,
} from './measure-words';
import { officeIn } from './offices';
import { dayMade, measureOfTitles, periodOfTitles } from './titles';
import { noTime, timeOutside, withoutTime } from './told-times';
import { noteWorkedOut } from './value-columns';

const WORKED_OUT =
  /veränder|differenz|abweich|gegenüber|zum vor|vorjahr|vormonat|^(?:anteil.*|in %|%|prozent)$/i;

/** What one column of values counts beside what its lines say. */
interface Told {
  column: number;
  area: number;
  period: Period;
  measure: string;
  unit: string;
  dimensions: Record<string, string>;
}

function asPart(it: Heading): void {
  if (it.measure !== '') addLabel(it.dimensions, nameByLabel(it.measure) ?? 'Merkmal', it.measure);
  it.measure = '';
}

type Heading = Pick<Told, 'measure' | 'unit' | 'dimensions'>;
type SortedColumns = Record<'taken' | 'workedOut' | 'offices' | 'strangers', LabelColumn[]>;

/** Columns of values, and those that are left out: changes, offices, and beside areas what is none. */
function sortedColumns(columns: readonly LabelColumn[]): SortedColumns {
  const inHead = columns.some(({ area }) => area !== null);
  const sorted: SortedColumns = { taken: [], workedOut: [], offices: [], strangers: [] };
  for (const it of columns)
    if (it.words.some((words) => WORKED_OUT.test(words))) sorted.workedOut.push(it);
    else if (officeIn(it.words) !== undefined) sorted.offices.push(it);
    else if (inHead && !it.area) sorted.strangers.push(it);
    else sorted.taken.push(it);
  return sorted;
}

/**
 * A sheet whose lines begin with labels, neither areas nor times: the area stands in the title or above the columns, the
 * time in the title, on the cover, in the name of the sheet or of the file.
 */
export class LabelLines implements FamilyReader {
  private readonly titles: string[];
  private readonly notes: string[] = [];
  private readonly words = new MeasureWords();
  private readonly columns: Told[];
  private readonly meaning: RowMeaning;
  private readonly series = new Map<string, number>();
  private readonly firstLine: number;
  private readonly measure: string;
  /** Heading in a line of its own above lines of labels. */
  private group = '';
  private rows = 0;
  private afterHeading = false;

  /** @param lines those that were looked at; what stands above the values is read from them */
  constructor(
    private readonly reading: Reading,
    private readonly sheet: number,
    private readonly head: LabelHead,
    lines: readonly Line[],
  ) {
    const { titles, block, area } = aboveHead(head);
    const below = lines.slice(head.from);
    this.firstLine = below[0]?.line ?? 0;
    this.titles = titles;
    for (const { cells, line } of head.heads) refusePersonal(cells, line);
    this.measure = measureOfTitles(titles.map(withoutTime));
    const sorted = sortedColumns(head.columns);
    const headings = this.headings(sorted.taken);
    const told = headings.every(({ measure }) => measure !== '');
    const labels = below.flatMap(({ cells: [label = '', ...rest] }) =>
      rest.some((cell) => cell !== '' && isValueLike(cell)) && /\p{L}/u.test(label) ? [label] : [],
    );
    const meaning = meaningOf(head, { labels, titles, told });
    if (!meaning) throw unclearLabels(this.firstLine);
    if (meaning.lines === 'LABELS' && !told && this.measure === '') throw noMeasureAbove(this.firstLine);
    this.meaning = meaning;
    // Where each line counts something, a heading above the columns is a part of it.
    if (meaning.lines === 'MEASURES') for (const it of headings) asPart(it);
    if (sorted.taken.length === 0 || (!sorted.taken[0]?.area && !area)) throw noAreaAbove(this.firstLine);
    const times = this.timesOf(sorted.taken, block ?? periodOfTitles(titles));
    this.columns = sorted.taken.map(({ column, ...its }, at): Told => {
      const { raw = '', name = '' } = its.area ?? area ?? {};
      const key = areaKey(raw);
      const period = times[at];
      const counted = headings[at];
      if (!key || !period || !counted) throw noAreaAbove(this.firstLine);
      return { column, area: reading.store.areaId(key, raw, name), period, ...counted };
    });
    this.sayLeftOut(head.heads[0]?.line ?? 0, sorted);
    this.words.begin(this.measure);
  }

  row(line: Line): void {
    const { cells } = line;
    if (line.line < this.firstLine || cells.every((cell) => cell === '')) return;
    const words = withoutFootnote(cells[0] ?? '');
    const filled = cells.filter((cell) => cell !== '');
    const values = this.columns.map(({ column }) => cells[column] ?? '');
    const alone = filled.every((cell) => cell === filled[0]);
    // Below the table a legend: "- | nichts vorhanden".
    const isLegend = !/\p{L}/u.test(words) && values.every((cell) => cell === '' || !isValueLike(cell));
    if (alone || isLegend || values.every((cell) => cell === '')) return this.heading(filled.join(' '));
    if (this.head.heads.some((it) => cells.every((cell, at) => cell === (it.cells[at] ?? '')))) return;
    if (this.afterHeading && values.every((cell) => cell === '' || !isValueLike(cell)))
      throw new RefusedTable(
        'second-head',
        `In Zeile ${line.line} beginnt eine zweite Tabelle mit einem anderen Kopf: Bitte legen Sie sie auf ein eigenes Blatt.`,
        line.line,
      );
    this.afterHeading = false;
    refusePersonal([words], line.line);
    refusePersonalCells(cells, line.line);
    if (words === '' || periodOf(words) !== null || areaIn(words, true)) throw strayLabel(line.line, words);
    if (isCumulated(words)) return noteCumulated(this.reading.notices, words, line.line);
    const counted =
      this.meaning.lines === 'MEASURES' ? this.words.of(words) : this.labelled(words, this.meaning.name);
    this.rows += 1;
    for (const told of this.columns) {
      const raw = cells[told.column] ?? '';
      const cell = this.reading.numbers.read(raw, line.line);
      if (!cell) throw noNumber(line.line, told.column, raw);
      const { store } = this.reading;
      store.add(told.area, store.periodId(told.period), this.seriesId(counted, told), cell, {
        line: line.line,
        column: told.column + 1,
        sheet: this.sheet,
      });
    }
  }

  end(): TableAbout {
    if (this.rows === 0)
      throw new RefusedTable(
        'no-values',
        'Unter dem Kopf steht keine Zeile mit Werten zur Zeit der Tabelle.',
      );
    return {
      family: 'WORKBOOK',
      table: null,
      title: this.titles.join(' '),
      notes: [...this.titles, ...this.notes].join('\n'),
      madeOn: dayMade([...this.titles, ...this.notes]),
      cutOff: false,
      subject: this.measure,
    };
  }

  private heading(words: string): void {
    this.afterHeading = true;
    if (isNote(words) || !/^\p{L}/u.test(words)) this.notes.push(words);
    else if (this.meaning.lines === 'MEASURES') this.words.heading(withoutFootnote(words));
    else if (!isConnector(words)) this.group = withoutFootnote(words);
  }

  /** A part of the one thing that is counted; a total is that thing itself. */
  private labelled(words: string, name: string): Measured {
    const label = bareLabel(words);
    const nameOfGroup = this.group.replace(/^(?:davon |darunter )?nach /i, '');
    const byGroup = nameOfGroup !== this.group || isDimensionName(this.group) ? nameOfGroup : '';
    const dimensions: Record<string, string> = this.group === '' || byGroup ? {} : { Merkmal: this.group };
    if (!isTotal(label)) addLabel(dimensions, byGroup || nameByLabel(label) || name || 'Merkmal', label);
    return { measure: '', dimensions };
  }

  /** The time of each column: its own, or that of the whole table. */
  private timesOf(columns: readonly LabelColumn[], ofTitles: Period | null): Period[] {
    const { told, notices } = this.reading;
    const isOpen = columns.some(({ period }) => !period);
    const whole = ofTitles ?? (isOpen ? timeOutside(this.titles, told, notices) : null);
    const year = whole?.kind === 'YEAR' ? whole.period : null;
    return columns.map(({ period, words }) => {
      const part = year ? words.map((it) => partOfYear(year, it)).find((it) => it !== null) : null;
      const time = period ?? part ?? whole;
      if (time) return time;
      const { says, line } = noTime(this.firstLine, this.titles, told);
      throw new RefusedTable('no-table', says, line);
    });
  }

  /** What stands above the columns apart from areas and times: what is counted, or parts of it. */
  private headings(columns: readonly LabelColumn[]): Heading[] {
    const levels = this.head.heads.map((_, level) =>
      columns.map(({ words, area, period }) => {
        const it = words[level] ?? '';
        const isArea = area !== null && (it === area.name || it.includes(area.raw));
        const isTime = periodOf(it) !== null || (period !== null && partOfYear('2000', it) !== null);
        return isArea || isTime || isPlainHeading(it) ? '' : it;
      }),
    );
    const filled = levels.filter((level) => level.some((it) => it !== ''));
    if (filled.length === 0) return columns.map(() => ({ measure: '', unit: '', dimensions: {} }));
    const first = filled[0]?.filter(Boolean) ?? [];
    const labelsAlone = isLabel(first[0] ?? '') && first.filter(isLabel).length * 2 >= first.length;
    const heads = columnHeads({
      levels: filled,
      title: this.measure || 'Merkmal',
      titleMeasure: null,
      workbook: true,
    });
    const told = heads.map(({ measure, unit, unitTold, dimensions }): Heading => ({
      measure: labelsAlone ? '' : measure,
      unit: unitTold ? unit : '',
      dimensions: { ...dimensions },
    }));
    // A total among them is the whole of the others, and no measure.
    if (told.some(({ measure }) => isTotal(measure))) told.forEach(asPart);
    return told;
  }

  private sayLeftOut(line: number, left: SortedColumns): void {
    const { notices } = this.reading;
    const named = (columns: readonly LabelColumn[]): string[] =>
      columns.map(({ words }) => [...new Set(words.filter(Boolean))].join(' '));
    noteWorkedOut(notices, named(left.workedOut), line);
    if (left.offices.length > 0)
      notices.add(
        'note',
        'office-column',
        `Spalten von Dienststellen ohne amtlichen Schlüssel werden nicht übernommen: ${listed(named(left.offices).map((it) => `„${it}“`))}.`,
        line,
      );
    for (const words of named(left.strangers))
      notices.add(
        isTotal(words) ? 'note' : 'question',
        isTotal(words) ? 'total-column' : 'area-unknown',
        isTotal(words)
          ? `Die Spalte „${words}“ ist eine Summe ohne Schlüssel und wird nicht übernommen.`
          : `Zur Spalte „${words.slice(0, 60)}“ gibt es keinen Schlüssel, sie wird nicht übernommen: Welches Gebiet ist gemeint?`,
        line,
      );
  }

  private seriesId({ measure, dimensions }: Measured, told: Told): number {
    const what = measure || told.measure || this.measure;
    const all = { ...dimensions };
    for (const [name, label] of Object.entries(told.dimensions))
      if (!isTotal(label)) addLabel(all, name, label);
    const known = JSON.stringify([what, all, told.unit]);
    let id = this.series.get(known);
    if (id === undefined) {
      const inWords = unitInWords([what, ...Object.values(all)].join(' ')) || this.unitOfTitle(what);
      id = this.reading.store.addSeries({
        measure: what,
        measureCode: null,
        ...unitOf(told.unit || inWords || 'Anzahl'),
        dimensions: all,
      });
      this.series.set(known, id);
    }
    return id;
  }

  /** A unit in the title alone: of which of several measures it is, somebody has to say. */
  private unitOfTitle(measure: string): string {
    const unit = this.titles.map((it) => unitInWords(it)).find((it) => it !== '') ?? '';
    const says = `Der Titel nennt „${unit}“, die Spalte „${measure.slice(0, 60)}“ keine Einheit: Ist „${unit}“ auch ihre?`;
    const { notices } = this.reading;
    if (unit !== '' && measure !== this.measure && !notices.has(says))
      notices.add('question', 'unit-open', says, this.head.heads[0]?.line ?? null);
    return unit;
  }
}
