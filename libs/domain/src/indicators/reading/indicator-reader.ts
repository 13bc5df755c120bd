import { type Period, type ReadingNotice, type ReadValue, RefusedTable } from '../read-value';
import { valueFlags } from '../value-flags';
import { areaLevel } from './cells/area-keys';
import { Numbers } from './cells/numbers';
import { firstDay } from './cells/periods';
import { refusePersonalLines } from './cells/person-level';
import type { DashAnswers } from './checks/dash-answers';
import { Dashes } from './checks/dashes';
import { refuseRepeats } from './checks/duplicates';
import { noteBlanks } from './checks/blanks';
import { LEFT_OUT, setFlags } from './checks/flags';
import { checkJumps } from './checks/jumps';
import { existed } from './checks/known-territory';
import { checkPlausible, refuseBrokenCounts, refuseSpoiltWords } from './checks/plausible';
import { Standing } from './checks/standing';
import { TableView } from './checks/table-view';
import { checkTotals } from './checks/totals';
import { flatForm } from './families/flat-columns';
import { FlatTable } from './families/flat-table';
import { GridTable } from './families/grid-table';
import { isMeasureLines, MeasureLines } from './families/measure-lines';
import { MappedTable } from './families/mapped-table';
import type { TableMapping } from './families/mapping';
import { isSmallScale, SmallScaleTable } from './families/small-scale';
import { dayInTitle } from './families/titles';
import { isAreaLine } from './families/layout';
import type { FamilyReader, Line, Reading, TableAbout } from './family';
import { listed, Notices } from './notices';
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
  private readonly reading: Reading = {
    store: new ValueStore(),
    numbers: new Numbers(),
    notices: new Notices(),
  };
  private waiting: Line[] = [];
  private family: FamilyReader | null = null;
  private sheetId = 0;
  private sheetName = '';
  private passedOver = false;
  private readonly done: { about: TableAbout; sheet: string; seriesFrom: number; seriesTo: number }[] = [];
  private seriesFrom = 0;
  private skipped: string[] = [];
  /** Sheets that name areas and of which nothing was read all the same. */
  private readonly unread: string[] = [];
  private namesAreas = false;

  constructor(private readonly options: ReadingOptions) {}

  /** The lines that follow stand on this sheet. */
  sheet(name: string): void {
    this.closeSheet();
    this.namesAreas = false;
    this.sheetName = name;
    this.sheetId = this.reading.store.addSheet(name);
  }

  row(line: Line): void {
    if (this.passedOver) return;
    this.namesAreas ||= this.options.workbook && isAreaLine(line.cells);
    if (this.family) return this.unlessNoTable(() => this.family?.row(line));
    this.waiting.push(line);
    if (this.waiting.length >= LOOKED_AT) this.unlessNoTable(() => this.choose());
  }

  end(): ReadTable {
    this.closeSheet();
    const [first] = this.done;
    if (!first)
      throw new RefusedTable(
        'no-table',
        'Wir erkennen darin keine Tabelle der amtlichen Statistik: Bitte geben Sie eine Zuordnung der Spalten an.',
      );
    this.tellSheetsApart();
    const { store, numbers, notices } = this.reading;
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
    this.checkTimes(about);
    new Dashes(view, notices, this.options.dashes).judge();
    checkTotals(view, notices, standing.isPerturbed());
    checkJumps(view, notices);
    checkPlausible(store, notices);
    this.checkFile(about, standing);
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
    else if (sheet !== null && isMeasureLines(lines)) this.family = new MeasureLines(this.reading, sheet);
    else this.family = new GridTable(this.reading, sheet);
    for (const line of form ? lines.slice(headAt + 1) : lines) this.family.row(line);
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
    const seriesTo = this.reading.store.series.length;
    const about = family.end();
    this.done.push({ about, sheet: this.sheetName, seriesFrom: this.seriesFrom, seriesTo });
    this.seriesFrom = seriesTo;
  }

  /** A sheet of text is no reason to refuse a workbook that has a table on another. */
  private unlessNoTable(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!this.options.workbook || !(error instanceof RefusedTable) || error.code !== 'no-table')
        throw error;
      this.passOver();
    }
  }

  private passOver(): void {
    this.family = null;
    this.waiting = [];
    this.passedOver = true;
    (this.namesAreas ? this.unread : this.skipped).push(this.sheetName);
  }

  private isSkipped(mapping: TableMapping): boolean {
    return mapping.sheet === undefined ? this.done.length > 0 : mapping.sheet !== this.sheetName;
  }

  /** What two sheets count alike is told apart by the sheet. */
  private tellSheetsApart(): void {
    if (this.done.length < 2) return;
    for (const { sheet, seriesFrom, seriesTo } of this.done)
      for (const series of this.reading.store.series.slice(seriesFrom, seriesTo))
        series.dimensions['Blatt'] = sheet;
  }

  private checkTimes(about: TableAbout): void {
    const { store, notices } = this.reading;
    const latest = about.madeOn ?? this.options.today;
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

  private checkFile(about: TableAbout, standing: Standing): void {
    const { store, notices } = this.reading;
    if (about.cutOff)
      notices.add(
        'warning',
        'cut-off',
        'Die Datei endet ohne die Fußzeile mit Lizenz und Stand, die zu jeder Tabelle der Regionaldatenbank gehört: Sie ist vielleicht abgeschnitten.',
      );
    if (this.options.mapping === null && standing.isBaseOpen(store.periods))
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
    if (this.skipped.length > 0)
      notices.add(
        'note',
        'sheets-skipped',
        `Ohne Werte und nicht gelesen: ${listed(this.skipped.map((it) => `„${it}“`))}.`,
      );
    if (this.unread.length > 0)
      notices.add(
        'warning',
        'sheets-unread',
        `Gebiete stehen da, aber keine Werte waren zu lesen: ${listed(this.unread.map((it) => `„${it}“`))}.`,
      );
    noteBlanks(store, notices);
    this.checkAreas();
  }

  /** I2: a value belongs to an area that existed at its time. */
  private checkAreas(): void {
    const { store, notices } = this.reading;
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

function dotted(day: string): string {
  return day.split('-').reverse().join('.');
}
