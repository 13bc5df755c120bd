import { type Period, RefusedTable } from '../../read-value';
import { areaKey } from '../cells/area-keys';
import { isTotal, stubNames } from '../cells/dimension-names';
import { asMonth, partOfYear, periodOf } from '../cells/periods';
import { refusePersonal, refusePersonalCells } from '../cells/person-level';
import type { FamilyReader, Line, Reading, TableAbout } from '../family';
import { addLabel, type ColumnHead, columnHeads } from './column-heads';
import { withoutFootnote } from './known-names';
import {
  forgetRepeats,
  isValueLineInHead,
  noArea,
  noNumber,
  noTable,
  onlyWords,
  refuseTimesAsWords,
  strayLine,
} from './grid-lines';
import { officeIn } from './offices';
import { areaIn, isHeadAgain, isValueLine, type Layout, layoutOf } from './layout';
import { aboutGrid, areaOfTitles, measureIn, measureOfTitles, periodOfTitles, splitHead } from './titles';
import { noTime, timeOutside } from './told-times';
import { isQuality, noteWorkedOut, type ValueColumn, valueColumns } from './value-columns';

const LOOKED_AT = 25;
const HEAD_LINES = 60;
const PERSONS_LOOKED_AT = 200;
/**
 * A table with titles, a head of one to four lines, areas in lines and values in columns: the wide form of the
 * Regionaldatenbank, and one sheet of a workbook.
 */
export class GridTable implements FamilyReader {
  private head: Line[] = [];
  private waiting: Line[] = [];
  private layout: Layout | null = null;
  private heads: ColumnHead[] = [];
  private columns: ValueColumn[] = [];
  private titles: string[] = [];
  private notes: string[] = [];
  private block: Period | null = null;
  private titlePeriod: Period | null = null;
  private titleArea: { raw: string; name: string } | null = null;
  private amongKreise = false;
  private inMonths = false;
  private footer = false;
  private stray: Line | null = null;
  private rows = 0;
  private readonly series: number[] = [];
  private readonly bySeries = new Map<string, number>();
  /** Columns of labels whose months and quarters are times; beside a total they break the year down. */
  private inParts: boolean[] = [];
  private readonly stubLabels: Set<string>[] = [];
  private readonly stubOf: { series: number; labels: string[] }[] = [];
  private readonly blocks = new Map<string, number>();

  /** @param sheet number of the sheet in the store, or null for a text file */
  constructor(
    private readonly reading: Reading,
    private readonly sheet: number | null,
  ) {}

  row(line: Line): void {
    const { cells } = line;
    if (this.footer) return void this.notes.push(cells.filter(Boolean).join(' '));
    if (cells.every((cell) => cell === '')) return;
    if (/^_{5,}$/.test(cells[0] ?? '')) {
      if (!this.layout) this.open();
      this.footer = true;
      return;
    }
    if (this.layout) return this.take(line);
    if (this.waiting.length > 0 || this.isValues(cells)) {
      this.waiting.push(line);
      if (this.waiting.length >= LOOKED_AT) this.open();
    } else if (this.head.push(line) > HEAD_LINES) throw noTable();
    else this.titleArea ??= this.sheet === null ? null : areaOfTitles([line]);
  }

  /** Whether anything was found; a cover sheet has nothing. */
  hasValues(): boolean {
    if (!this.layout && this.waiting.length > 0) this.open();
    return this.rows > 0;
  }

  end(): TableAbout {
    if (!this.hasValues()) throw noTable();
    this.nameStubs();
    return aboutGrid(this.titles, this.notes, this.inWorkbook, this.footer);
  }

  private get inWorkbook(): boolean {
    return this.sheet !== null;
  }

  private isValues(cells: readonly string[]): boolean {
    return isValueLine(cells, this.inWorkbook, this.titleArea !== null);
  }

  private open(): void {
    if (this.inWorkbook) this.askForLinesInHead();
    const { titles, heads, periods, lines } = splitHead(this.head);
    if (heads.length === 0 || this.waiting.length === 0) throw noTable();
    for (const { cells, line } of heads) refusePersonal(cells, line);
    this.titles = titles;
    this.block = periods.at(-1) ?? null;
    this.amongKreise = titles.some((words) => /tiefe:?\s*kreise|kreise und krfr/i.test(words));
    this.titlePeriod = periodOfTitles(titles);
    const values = this.waiting.filter(({ cells }) => this.isValues(cells));
    const layout = layoutOf(heads, values, this.inWorkbook);
    if (layout.key < 0 && (!this.titleArea || layout.period < 0)) throw noTable();
    this.layout = layout;
    const { columns, workedOut } = valueColumns(heads, values, layout, this.inWorkbook);
    this.columns = columns;
    noteWorkedOut(this.reading.notices, workedOut, heads[0]?.line ?? null);
    const levels = heads.map(({ cells }) => this.labels(cells));
    if (this.inWorkbook) forgetRepeats(levels);
    const last = titles.findLast((title) => areaOfTitles([{ line: 0, cells: [title] }]) === null) ?? '';
    const title = this.inWorkbook ? measureOfTitles(titles) : '';
    const inHead = { levels, title, workbook: this.inWorkbook };
    this.heads = columnHeads({ ...inHead, titleMeasure: measureIn(last) });
    // Where times alone stand in the head, the title says what is counted.
    if (this.heads.every(({ measure }) => measure === ''))
      this.heads = columnHeads({ ...inHead, titleMeasure: { measure: title || last, unit: '' } });
    if (this.heads.every(({ measure }) => measure === '')) throw noTable(heads[0]?.line);
    refuseTimesAsWords(this.heads, heads.at(-1)?.line ?? 0);
    this.countMonths(heads, layout);
    if (layout.period < 0 && !this.block && this.heads.some(({ period }) => !period))
      this.titlePeriod ??= timeOutside(titles, this.reading.told, this.reading.notices);
    this.askForUnit(heads.at(-1)?.line ?? 0);
    layout.stub.forEach(() => this.stubLabels.push(new Set()));
    this.inParts = layout.stub.map((column) => !values.some(({ cells }) => isTotal(cells[column] ?? '')));
    for (const line of lines) this.notes.push(line);
    for (const line of this.waiting.splice(0)) this.take(line);
  }

  /** "Westdeutschland | 1.200 | 900" above the first area that is known. */
  private askForLinesInHead(): void {
    const leads = new Set<string>();
    let heads = 0;
    this.head = this.head.filter((line) => {
      const stray = heads > 0 && isValueLineInHead(line, leads);
      if (stray) this.askForArea(line.line, line.cells[0] ?? '');
      heads += line.cells.filter(Boolean).length > 1 ? 1 : 0;
      leads.add(line.cells[0] ?? '');
      return !stray;
    });
  }

  private askForArea(line: number, words: string): void {
    this.reading.notices.add(
      'question',
      'area-unknown',
      this.titleArea
        ? `In Zeile ${line} steht „${words.slice(0, 60)}“; das ist keine Zeitangabe, und die Zeile wird nicht übernommen: Welche Zeit ist gemeint?`
        : `Zu „${words.slice(0, 60)}“ in Zeile ${line} gibt es keinen Schlüssel: Welches Gebiet ist gemeint?`,
      line,
    );
  }

  private labels(cells: readonly string[]): string[] {
    return this.columns.map(({ value }) => this.label(cells[value] ?? ''));
  }

  /** Months that a workbook holds as days: in a column named so, or one after the other in the head. */
  private countMonths(heads: readonly Line[], layout: Layout): void {
    this.inMonths = heads.some(({ cells }) => /monat/i.test(cells[layout.period] ?? ''));
    const days = this.heads.flatMap(({ period }) => period ?? []);
    const months = new Set(days.map(({ period }) => period.slice(5, 7)));
    if (!this.inWorkbook || months.size < 2 || !days.every(({ period }) => period.endsWith('-01'))) return;
    this.heads = this.heads.map((head) => ({ ...head, period: head.period && asMonth(head.period) }));
  }

  /** Every table of the Regionaldatenbank names its units; a workbook mostly counts heads without saying so. */
  private askForUnit(line: number): void {
    const without = this.heads.find(({ unitTold }) => !unitTold);
    if (this.inWorkbook || !without) return;
    this.reading.notices.add(
      'question',
      'unit-open',
      `Bis Zeile ${line} nennt nichts die Einheit von „${without.measure}“: Werden Anzahlen gezählt?`,
      line,
    );
  }

  private label(cell: string): string {
    return this.inWorkbook ? withoutFootnote(cell) : cell.trim();
  }

  private take(line: Line): void {
    const { cells } = line;
    const layout = this.layout as Layout;
    const only = onlyWords(cells);
    if (only !== null) {
      const period = periodOf(only);
      if (period) this.openBlock(period, line.line);
      else if (this.inWorkbook) this.notes.push(only);
      else this.stray = line;
      return;
    }
    if (this.stray) throw strayLine(this.stray);
    if (this.inWorkbook && isHeadAgain(line, layout, this.head)) return;
    if (!this.inWorkbook && cells.length !== layout.width)
      throw new RefusedTable(
        'row-width',
        `Zeile ${line.line} hat ${cells.length} statt ${layout.width} Zellen: Die Datei ist beschädigt oder abgeschnitten.`,
        line.line,
      );
    if (this.rows < PERSONS_LOOKED_AT) refusePersonalCells(cells, line.line);
    const area = this.areaId(line, layout);
    if (area === null) return;
    this.rows += 1;
    const own = layout.period >= 0 ? (cells[layout.period] ?? '') : null;
    const ownPeriod = own === null ? null : periodOf(own);
    if (own !== null && !ownPeriod) {
      if (this.inWorkbook && own === '') return;
      throw new RefusedTable(
        'no-period',
        `In Zeile ${line.line} steht als Zeit „${own.slice(0, 40)}“; das ist keine Zeitangabe.`,
        line.line,
      );
    }
    const told = ownPeriod && this.inMonths ? asMonth(ownPeriod) : ownPeriod;
    this.values(line, layout, area, told ?? this.block ?? this.titlePeriod);
  }

  private values({ line, cells }: Line, layout: Layout, area: number, rowPeriod: Period | null): void {
    const { store, numbers } = this.reading;
    const year = rowPeriod?.kind === 'YEAR' ? rowPeriod.period : null;
    const stubs = layout.stub.map((column) => cells[column]?.trim() ?? '');
    const parts = stubs.map((label, at) => (year && this.inParts[at] ? partOfYear(year, label) : null));
    const ownPeriod = parts.find(Boolean) ?? rowPeriod;
    const labels = stubs.map((label, at) => (parts[at] ? '' : label));
    labels.forEach((label, at) => label && this.stubLabels[at]?.add(label));
    for (let at = 0; at < this.heads.length; at += 1) {
      const head = this.heads[at];
      const { value: column = 0, quality: qualityAt = -1 } = this.columns[at] ?? {};
      if (!head) continue;
      const raw = cells[column] ?? '';
      if (head.measure === '' && raw === '') continue;
      const period = head.period ?? (head.part && year ? partOfYear(year, head.part) : ownPeriod);
      if (!period) throw noTime(line, this.titles, this.reading.told);
      const cell = numbers.read(raw, line);
      const quality = cells[qualityAt] ?? '';
      if (!cell || (quality !== '' && !isQuality(quality)))
        throw noNumber(line, cell ? qualityAt : column, cell ? quality : raw);
      store.add(
        area,
        store.periodId(period),
        this.seriesId(at, head, labels),
        quality === '' ? cell : { ...cell, quality },
        {
          line,
          column: column + 1,
          sheet: this.sheet ?? 0,
        },
      );
    }
  }

  private seriesId(at: number, head: ColumnHead, labels: readonly string[]): number {
    const { store } = this.reading;
    const known =
      labels.length === 0 ? this.series[at] : this.bySeries.get(`${at}\u0000${labels.join('\u0000')}`);
    if (known !== undefined) return known;
    // Columns that differ in time alone count the same.
    const { period: _, part: __, unitTold: ___, ...what } = head;
    const same = JSON.stringify([what, labels]);
    let id = this.bySeries.get(same);
    if (id === undefined) {
      id = store.addSeries({ ...what, measureCode: null, dimensions: { ...what.dimensions } });
      this.stubOf.push({ series: id, labels: [...labels] });
      this.bySeries.set(same, id);
    }
    if (labels.length === 0) this.series[at] = id;
    else this.bySeries.set(`${at}\u0000${labels.join('\u0000')}`, id);
    return id;
  }

  /** Only when all labels of a column are known can it be said what they are. */
  private nameStubs(): void {
    const { layout } = this;
    if (!layout) return;
    const names = stubNames({
      heads: splitHead(this.head).heads.map(({ cells }) =>
        layout.stub.map((column) => this.label(cells[column] ?? '')),
      ),
      labels: this.stubLabels,
      title: this.titles.join(' '),
      used: new Set(this.heads.flatMap(({ dimensions }) => Object.keys(dimensions))),
    });
    for (const { series, labels } of this.stubOf) {
      const dimensions = this.reading.store.series[series]?.dimensions ?? {};
      labels.forEach((label, at) => label && addLabel(dimensions, names[at] ?? 'Merkmal', label));
    }
  }

  private areaId({ line, cells }: Line, layout: Layout): number | null {
    const { store } = this.reading;
    if (layout.key < 0) {
      const { raw = '', name = '' } = this.titleArea ?? {};
      const key = areaKey(raw);
      return key ? store.areaId(key, raw, name) : null;
    }
    const cell = cells[layout.key] ?? '';
    const office = this.inWorkbook ? officeIn(cells) : undefined;
    if (office !== undefined) {
      this.reading.notices.add(
        'note',
        'office-row',
        `Zeile ${line} („${office.slice(0, 60)}“) gehört zu einer Dienststelle ohne amtlichen Schlüssel und wird nicht übernommen.`,
        line,
      );
      return null;
    }
    const found = areaIn(cell, this.inWorkbook);
    const key = found ? areaKey(found.raw, this.amongKreise) : null;
    if (found && key) {
      const beside = layout.name === layout.key ? '' : (cells[layout.name] ?? '');
      return store.areaId(key, found.raw, this.label(areaKey(beside) ? found.name : beside || found.name));
    }
    if (!this.inWorkbook) throw noArea(line, cell);
    const words = cell || cells.find(Boolean) || '';
    if (isTotal(withoutFootnote(words)))
      this.reading.notices.add(
        'note',
        'total-row',
        `Zeile ${line} („${words}“) ist eine Summenzeile ohne Schlüssel und wird nicht übernommen.`,
        line,
      );
    else if (cells.slice(layout.firstValue).some((it) => it !== '') && !/^\d{1,2}\)|^(quelle|©)/i.test(words))
      this.askForArea(line, words);
    return null;
  }

  private openBlock(period: Period, line: number): void {
    const before = this.blocks.get(period.period);
    if (before !== undefined)
      this.reading.notices.add(
        'warning',
        'block-twice',
        `Die Zeitangabe ${period.period} steht in Zeile ${before} und noch einmal in Zeile ${line}.`,
        line,
      );
    this.blocks.set(period.period, line);
    this.block = period;
  }
}
