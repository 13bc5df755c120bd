import { RefusedTable } from '../../read-value';
import { type AreaKey, areaKey } from '../cells/area-keys';
import { periodOf } from '../cells/periods';
import { refusePersonal, refusePersonalCells } from '../cells/person-level';
import type { FamilyReader, Line, Reading, TableAbout } from '../family';
import { areaByName, withoutFootnote } from './known-names';
import type { FromColumnOrFixed, TableMapping } from './mapping';

const HEAD_LINES = 60;
const PERSONS_LOOKED_AT = 200;

/** A free table, read as a mapping says. */
export class MappedTable implements FamilyReader {
  private columns: Map<string, number> | null = null;
  private readonly before: string[] = [];
  private looked = 0;
  private rows = 0;
  private readonly series = new Map<string, number>();
  private readonly birthdays = new Map<number, Set<string>>();
  private readonly keys = new Map<string, AreaKey | null>();

  constructor(
    private readonly reading: Reading,
    private readonly mapping: TableMapping,
    private readonly sheet: number,
  ) {}

  row(line: Line): void {
    if (line.cells.every((cell) => cell === '')) return;
    if (!this.columns) return this.lookForHead(line);
    this.take(line, this.columns);
  }

  end(): TableAbout {
    if (!this.columns)
      throw new RefusedTable(
        'column-missing',
        `Die Spalten der Zuordnung (${this.wanted().slice(0, 6).join(', ')}) stehen in keiner der ersten Zeilen der Tabelle.`,
      );
    if (this.rows === 0)
      throw new RefusedTable('no-values', 'Unter den Überschriften steht keine Zeile mit Werten.');
    return {
      family: 'MAPPED',
      table: null,
      title: this.before.join(' '),
      notes: this.before.join('\n'),
      madeOn: null,
      cutOff: false,
    };
  }

  private wanted(): string[] {
    const { area, areaName, period, dimensions, values } = this.mapping;
    const from = (it: FromColumnOrFixed | undefined): string[] => (it && 'column' in it ? [it.column] : []);
    return [
      ...new Set([
        ...from(area),
        ...from(areaName),
        ...from(period),
        ...dimensions.map(({ column }) => column),
        ...values.map(({ column }) => column),
      ]),
    ];
  }

  private lookForHead(line: Line): void {
    const { headLine } = this.mapping;
    this.looked += 1;
    if (headLine !== undefined && line.line < headLine)
      return void this.before.push(...line.cells.filter(Boolean));
    refusePersonal(line.cells, line.line);
    const columns = new Map<string, number>();
    line.cells.forEach((cell, at) => {
      const name = headingOf(cell);
      if (name === '') return;
      if (columns.has(name) && this.wanted().map(headingOf).includes(name))
        throw new RefusedTable(
          'column-twice',
          `Die Spalte „${cell}“ steht in Zeile ${line.line} zweimal.`,
          line.line,
        );
      columns.set(name, at);
    });
    const missing = this.wanted().filter((name) => !columns.has(headingOf(name)));
    if (missing.length > 0) {
      if (headLine !== undefined || this.looked >= HEAD_LINES)
        throw new RefusedTable(
          'column-missing',
          `Die Spalte „${missing[0]}“ der Zuordnung gibt es in Zeile ${line.line} nicht.`,
          line.line,
        );
      this.before.push(...line.cells.filter(Boolean));
      return;
    }
    const known = new Set([...this.wanted(), ...this.mapping.ignore].map(headingOf));
    const unknown = line.cells.find((cell) => cell !== '' && !known.has(headingOf(cell)));
    if (unknown !== undefined)
      throw new RefusedTable(
        'column-unknown',
        `Die Spalte „${unknown.slice(0, 60)}“ kennt die Zuordnung nicht: Bitte ordnen Sie sie zu, oder nennen Sie sie unter „ignore“.`,
        line.line,
      );
    this.columns = columns;
  }

  private take({ line, cells }: Line, columns: ReadonlyMap<string, number>): void {
    const { store, numbers } = this.reading;
    const cellOf = (name: string): string => cells[columns.get(headingOf(name)) ?? -1]?.trim() ?? '';
    const told = (from: FromColumnOrFixed): string => ('fixed' in from ? from.fixed : cellOf(from.column));
    if (this.rows < PERSONS_LOOKED_AT) {
      refusePersonalCells(cells, line);
      this.lookForBirthdays(cells, columns, line);
    }
    const raw = told(this.mapping.area);
    const key = this.keyOf(raw);
    if (!key)
      throw new RefusedTable(
        'no-area',
        `In Zeile ${line} steht als Gebiet „${raw.slice(0, 40)}“; das ist weder ein amtlicher Schlüssel noch ein bekannter Name.`,
        line,
      );
    const period = periodOf(told(this.mapping.period));
    if (!period)
      throw new RefusedTable(
        'no-period',
        `In Zeile ${line} steht als Zeit „${told(this.mapping.period).slice(0, 40)}“; das ist keine Zeitangabe.`,
        line,
      );
    this.rows += 1;
    const name = this.mapping.areaName ? cellOf(this.mapping.areaName.column) : areaByName(raw) ? raw : '';
    const area = store.areaId(key, raw, name);
    const labels = this.mapping.dimensions.map(({ column }) => cellOf(column));
    this.mapping.values.forEach((value, at) => {
      const words = cellOf(value.column);
      const cell = numbers.read(words, line);
      if (!cell)
        throw new RefusedTable(
          'no-number',
          `In Zeile ${line} steht unter „${value.column}“ „${words.slice(0, 60)}“; das ist weder eine Zahl noch ein Zeichen der Statistik.`,
          line,
        );
      store.add(area, store.periodId(period), this.seriesId(at, labels), cell, {
        line,
        column: (columns.get(headingOf(value.column)) ?? 0) + 1,
        sheet: this.sheet,
      });
    });
  }

  private keyOf(raw: string): AreaKey | null {
    let key = this.keys.get(raw);
    if (key === undefined) {
      key = areaKey(raw) ?? areaKey(areaByName(raw) ?? '');
      this.keys.set(raw, key);
    }
    return key;
  }

  private seriesId(at: number, labels: readonly string[]): number {
    const known = `${at}\u0000${labels.join('\u0000')}`;
    let id = this.series.get(known);
    if (id === undefined) {
      const value = this.mapping.values[at];
      // Not assigned one by one: a heading may be "__proto__".
      const dimensions = Object.fromEntries([
        ...Object.entries(value?.dimensions ?? {}),
        ...this.mapping.dimensions.flatMap(({ name }, which) =>
          labels[which] ? [[name, labels[which]]] : [],
        ),
      ]) as Record<string, string>;
      const { measure = '', unit = '', factor = 1 } = value ?? {};
      id = this.reading.store.addSeries({ measure, measureCode: null, unit, factor, dimensions });
      this.series.set(known, id);
    }
    return id;
  }

  /** A column of many different days over decades is one of birthdays, whatever its heading says. */
  private lookForBirthdays(
    cells: readonly string[],
    columns: ReadonlyMap<string, number>,
    line: number,
  ): void {
    const { period } = this.mapping;
    const timeAt = 'column' in period ? columns.get(headingOf(period.column)) : undefined;
    cells.forEach((cell, at) => {
      if (at === timeAt || periodOf(cell)?.kind !== 'DAY') return;
      const days = this.birthdays.get(at) ?? new Set<string>();
      this.birthdays.set(at, days.add(periodOf(cell)?.period ?? ''));
      const years = [...days].map((day) => Number(day.slice(0, 4)));
      if (days.size >= 8 && Math.max(...years) - Math.min(...years) > 15)
        throw new RefusedTable(
          'person-level',
          `In Spalte ${at + 1} stehen viele verschiedene Tage, wie Geburtsdaten es sind: Aus Gründen des Datenschutzes (§ 67c SGB X) nehmen wir nur zusammengefasste Zahlen an, die Datei wurde nicht gelesen.`,
          line,
        );
    });
  }
}

function headingOf(words: string): string {
  return withoutFootnote(words.replace(/\s+/g, ' ')).toLowerCase();
}
