import { type Period, type ReadingNotice, type ReadValue, RefusedTable } from '../read-value';
import { valueFlags } from '../value-flags';
import { Numbers } from './cells/numbers';
import { refusePersonalLines } from './cells/person-level';
import type { DashAnswers } from './checks/dash-answers';
import { Dashes } from './checks/dashes';
import { refuseRepeats } from './checks/duplicates';
import { LEFT_OUT, setFlags } from './checks/flags';
import { checkJumps } from './checks/jumps';
import { checkPlausible, refuseBrokenCounts, refuseSpoiltWords } from './checks/plausible';
import { Standing } from './checks/standing';
import { TableView } from './checks/table-view';
import { checkTotals } from './checks/totals';
import { checkFile, checkTimes } from './checks/whole-file';
import { flatForm } from './families/flat-columns';
import { FlatTable } from './families/flat-table';
import { noTable } from './families/grid-lines';
import { GridTable } from './families/grid-table';
import { isMeasureLines, MeasureLines } from './families/measure-lines';
import { MappedTable } from './families/mapped-table';
import type { TableMapping } from './families/mapping';
import { isSmallScale, SmallScaleTable } from './families/small-scale';
import { labelHeadOf } from './families/label-head';
import { LabelLines } from './families/label-lines';
import { isAreaLine } from './families/layout';
import { refuseOfficeSheet } from './families/offices';
import { timesOfCover } from './families/told-times';
import type { FamilyReader, Line, Reading, TableAbout } from './family';
import { listed, Notices } from './notices';
import { type ReadSheet, tellSheetsApart } from './sheets';
import { ValueStore } from './value-store';

/** So many lines are looked at before it is decided which family a sheet belongs to. */
const LOOKED_AT = 40;

export interface ReadingOptions {
  /** How a free table is meant; null for the families that say so themselves. */
  mapping: TableMapping | null;
  /** Whether lines come from the sheets of a workbook. */
  workbook: boolean;
  /** ISO day; what lies behind it is asked about. */
  today: string;
  /** What was answered when it was read before. */
  dashes?: DashAnswers;
  /** It may name the time of values that name none themselves. */
  fileName?: string;
}

export interface ReadTable {
  about: TableAbout;
  count: number;
  periods: string[];
  readPeriods: readonly { period: string; periodKind: Period['kind'] }[];
  areaCodes: string[];
  measures: string[];
  areas: number;
  notices: ReadingNotice[];
  values(): Generator<ReadValue>;
}

/**
 * Reads one official table, line after line, into values with area, time, dimensions, measure and flag.
 * Lines come in by `sheet` and `row`; `end` judges the whole and hands out the values.
 * @throws RefusedTable with the one sentence that says why a file is not read
 */
export class IndicatorReader {
  private readonly reading: Reading;
  private waiting: Line[] = [];
  private family: FamilyReader | null = null;
  private sheetId = 0;
  private sheetName = '';
  private passedOver = false;
  private readonly done: ReadSheet[] = [];
  private seriesFrom = 0;
  private valuesFrom = 0;
  /** The first lines of a sheet, which may turn out to be a cover. */
  private top: Line[] = [];
  /** What stands on sheets without values: legends. */
  private readonly aside: string[] = [];
  /** Sheets with values that were not read, and why. */
  private readonly refused: { sheet: string; says: string }[] = [];
  private skipped: string[] = [];
  /** Sheets that name areas and of which nothing was read all the same. */
  private readonly unread: string[] = [];
  private namesAreas = false;

  constructor(private readonly options: ReadingOptions) {
    this.reading = {
      store: new ValueStore(),
      numbers: new Numbers(),
      notices: new Notices(),
      told: { cover: [], sheet: '', file: options.fileName ?? '' },
    };
  }

  /** The lines that follow stand on this sheet. */
  sheet(name: string): void {
    this.closeSheet();
    this.namesAreas = false;
    this.sheetName = name;
    this.top = [];
    this.reading.told.sheet = name;
    this.sheetId = this.reading.store.addSheet(name);
  }

  row(line: Line): void {
    if (this.options.workbook && this.top.length < LOOKED_AT) this.top.push(line);
    if (this.passedOver) return;
    this.namesAreas ||= this.options.workbook && isAreaLine(line.cells);
    if (this.family) return this.unlessNoTable(() => this.family?.row(line));
    this.waiting.push(line);
    if (this.waiting.length >= LOOKED_AT) this.unlessNoTable(() => this.choose());
  }

  end(): ReadTable {
    this.closeSheet();
    const [first] = this.done;
    if (!first) throw this.nothingRead();
    const { store, numbers, notices } = this.reading;
    tellSheetsApart(store, this.done);
    const about = first.about;
    const notes = this.done.map((it) => it.about.notes).join('\n');
    const decimal = this.options.mapping?.decimal ?? null;
    const thousands = numbers.decide({ decimal, workbook: this.options.workbook });
    store.settle(thousands);
    if (decimal === null) refuseBrokenCounts(store, thousands);
    setFlags(store);
    refuseSpoiltWords(store);
    const view = new TableView(store);
    refuseRepeats(view, notices, about.family === 'MAPPED');
    const standing = new Standing(about.table, notes);
    checkTimes(this.reading, about, this.options.today);
    new Dashes(view, notices, [notes, ...this.aside].join('\n'), this.options.dashes).judge();
    checkTotals(view, notices, standing.isPerturbed());
    checkJumps(view, notices);
    checkPlausible(store, notices);
    checkFile(this.reading, about, standing, this.options.mapping === null);
    this.saySheets();
    return {
      about,
      count: store.length,
      periods: store.periods.map(({ period }) => period).sort(),
      readPeriods: store.periods.map(({ period, kind }) => ({ period, periodKind: kind })),
      areaCodes: store.areas.map(({ area }) => area),
      measures: [...new Set(store.series.map(({ measure }) => measure))],
      areas: store.areas.length,
      notices: notices.all(),
      values: () => this.values(about, standing),
    };
  }

  private choose(): void {
    const { mapping, workbook } = this.options;
    const lines = this.waiting;
    this.waiting = [];
    refusePersonalLines(lines);
    const sheet = workbook ? this.sheetId : null;
    const headAt = lines.findIndex(({ cells }) => cells.some((cell) => cell !== ''));
    const head = lines[headAt];
    const form = head && !mapping ? flatForm(head.cells) : null;
    if (mapping) this.family = new MappedTable(this.reading, mapping, this.sheetId);
    else if (head && form) this.family = new FlatTable(this.reading, head, form);
    else if (lines.some(({ cells }) => isSmallScale(cells)))
      this.family = new SmallScaleTable(this.reading, this.sheetId);
    else this.family = sheet === null ? new GridTable(this.reading, null) : this.familyOfSheet(lines, sheet);
    for (const line of form ? lines.slice(headAt + 1) : lines) this.family.row(line);
  }

  private familyOfSheet(lines: readonly Line[], sheet: number): FamilyReader {
    refuseOfficeSheet(lines);
    if (isMeasureLines(lines)) return new MeasureLines(this.reading, sheet);
    const labels = labelHeadOf(lines);
    return labels ? new LabelLines(this.reading, sheet, labels, lines) : new GridTable(this.reading, sheet);
  }

  private closeSheet(): void {
    const { mapping, workbook } = this.options;
    const skipped = mapping !== null && workbook && this.isSkipped(mapping);
    if (!this.family && this.waiting.length > 0 && !skipped) this.unlessNoTable(() => this.choose());
    if (this.family instanceof GridTable && workbook) {
      const grid = this.family;
      this.unlessNoTable(() => {
        if (!grid.hasValues()) this.passOver();
      });
    }
    const { family } = this;
    this.family = null;
    this.passedOver = false;
    this.waiting = [];
    if (!family) return;
    const { store } = this.reading;
    const about = family.end();
    const [seriesTo, valuesTo] = [store.series.length, store.length];
    const { seriesFrom, valuesFrom } = this;
    this.done.push({ about, sheet: this.sheetName, seriesFrom, seriesTo, valuesFrom, valuesTo });
    [this.seriesFrom, this.valuesFrom] = [seriesTo, valuesTo];
  }

  /** A sheet of text is no reason to refuse a workbook that has a table on another. */
  private unlessNoTable(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!this.options.workbook || !(error instanceof RefusedTable) || error.code !== 'no-table')
        throw error;
      this.passOver(error.says);
    }
  }

  private passOver(says = noTable().says): void {
    this.family = null;
    this.waiting = [];
    this.passedOver = true;
    this.reading.told.cover.push(...timesOfCover(this.top));
    this.aside.push(...this.top.map(({ cells }) => cells.filter(Boolean).join(' ')));
    if (says !== noTable().says) this.refused.push({ sheet: this.sheetName, says });
    else (this.namesAreas ? this.unread : this.skipped).push(this.sheetName);
  }

  private nothingRead(): RefusedTable {
    const [first, ...others] = this.refused;
    if (!first) return noTable();
    return new RefusedTable(
      'sheet-refused',
      others.length > 0 ? `Blatt „${first.sheet}“: ${first.says}` : first.says,
    );
  }

  private saySheets(): void {
    const { notices } = this.reading;
    const named = (sheets: readonly string[]): string => listed(sheets.map((it) => `„${it}“`));
    if (this.skipped.length > 0)
      notices.add('note', 'sheets-skipped', `Ohne Werte und nicht gelesen: ${named(this.skipped)}.`);
    if (this.unread.length > 0)
      notices.add(
        'warning',
        'sheets-unread',
        `Gebiete stehen da, aber keine Werte waren zu lesen: ${named(this.unread)}.`,
      );
    for (const { sheet, says } of this.refused)
      notices.add('warning', 'sheet-refused', `Blatt „${sheet}“ wird nicht übernommen. ${says}`);
  }

  private isSkipped(mapping: TableMapping): boolean {
    return mapping.sheet === undefined ? this.done.length > 0 : mapping.sheet !== this.sheetName;
  }

  private *values(about: TableAbout, standing: Standing): Generator<ReadValue> {
    const { store } = this.reading;
    const { mapping } = this.options;
    const statuses = new Map<number, string>();
    const bases = store.periods.map((period) => mapping?.populationBase ?? standing.populationBase(period));
    for (let at = 0; at < store.length; at += 1) {
      if (store.flag[at] === LEFT_OUT) continue;
      const [areaId, periodId] = [store.area[at] ?? 0, store.period[at] ?? 0];
      const area = store.areas[areaId];
      const period = store.periods[periodId] as Period;
      const series = store.series[store.inSeries[at] ?? 0];
      if (!area || !series) continue;
      const known = areaId * store.periods.length + periodId;
      let territoryStatus = mapping?.territoryStatus ?? statuses.get(known);
      if (territoryStatus === undefined) {
        territoryStatus = standing.territoryStatus(area.area, period);
        statuses.set(known, territoryStatus);
      }
      const value = store.value[at] ?? NaN;
      yield {
        table: about.table,
        area: area.area,
        areaName: area.name.trim(),
        keyKind: area.kind,
        key: area.key,
        period: period.period,
        periodKind: period.kind,
        dimensions: series.dimensions,
        measure: series.measure,
        measureCode: series.measureCode,
        unit: series.unit,
        factor: series.factor,
        value: Number.isNaN(value) ? null : value,
        flag: valueFlags[store.flag[at] ?? 0] ?? 'OK',
        marker: store.markers[store.marker[at] ?? 0] ?? null,
        quality: store.qualities[store.quality[at] ?? 0] ?? null,
        territoryStatus,
        populationBase: bases[periodId] ?? null,
        sheet: store.sheets[store.sheet[at] ?? 0] ?? '',
        line: store.line[at] ?? 0,
        column: store.column[at] ?? 0,
      };
    }
  }
}
