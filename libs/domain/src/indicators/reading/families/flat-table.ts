import { type Period, RefusedTable } from '../../read-value';
import { type AreaKey, areaKey, areaLevel } from '../cells/area-keys';
import { partOfYear, periodOf } from '../cells/periods';
import { refusePersonalCells } from '../cells/person-level';
import { unitOf } from '../cells/units';
import type { FamilyReader, Line, Reading, TableAbout } from '../family';
import { type FlatColumns, flatColumns } from './flat-columns';

const AREA_VARIABLE =
  /^(?:F?DINSG|F?DLAND|F?REGBEZ|F?KREISE|[FP]?GEMEIN|FAMTGEM|PGEM-|VERBGM|SAMTGM|GRSTADT|STADT|GEO[A-Z]{0,3}\d*)/;
/** Of how many digits the keys of a level are; a key of another level has got into the column of another. */
const KEYS_OF: readonly { variable: RegExp; keys: RegExp }[] = [
  { variable: /^F?DLAND/, keys: /^\d{2}$|^DG$/ },
  { variable: /^F?REGBEZ/, keys: /^\d{3}$|^DG$/ },
  // Hamburg and Berlin are their own Kreis and stand with two digits in some tables.
  { variable: /^F?KREISE/, keys: /^\d{5}$|^\d{8}$|^02$|^11$|^DG$/ },
  { variable: /^GEO(?:LK|VB|GM)/, keys: /^\d{5,12}$|^DG$/ },
];
const AMONG_KREISE = /^(?:F?KREISE|GEOLK)/;
const AREA_LABEL =
  /^(?:deutschland|bundesländer|länder|regierungsbezirke|kreise|gemeinden|verbandsgemeinden|landkreise)\b/i;
const PART_OF_YEAR = /^(?:MONAT|QUART|HALBJ)/;
const LOOKED_AT = 200;

/** The flat form of GENESIS: one value a row (new), or a column per measure (old). */
export class FlatTable implements FamilyReader {
  private readonly columns: FlatColumns;
  private readonly periods = new Map<string, number | null>();
  private readonly keys = new Map<string, AreaKey | null>();
  private readonly areaVariables = new Map<string, boolean>();
  private readonly series = new Map<string, number>();
  private readonly notes = new Set<string>();
  private readonly tables = new Set<string>();
  private readonly titles = new Set<string>();
  private rows = 0;
  private areaOpen = false;

  constructor(
    private readonly reading: Reading,
    head: Line,
    private readonly form: 'new' | 'old',
  ) {
    this.columns = flatColumns(head.cells, head.line);
  }

  row({ line, cells }: Line): void {
    const { columns } = this;
    if (cells.every((cell) => cell === '')) return;
    if (cells.length !== columns.width)
      throw new RefusedTable(
        'row-width',
        `Zeile ${line} hat ${cells.length} statt ${columns.width} Zellen: Die Datei ist beschädigt oder abgeschnitten.`,
        line,
      );
    this.rows += 1;
    if (this.rows <= LOOKED_AT) refusePersonalCells(cells, line);
    this.tables.add(cells[columns.statistics] ?? '');
    this.titles.add(cells[columns.statisticsLabel] ?? '');
    const part = columns.variables.find(({ code }) => PART_OF_YEAR.test(cells[code] ?? ''));
    const period = this.periodId(
      cells[columns.time] ?? '',
      part ? (cells[part.attributeCode] ?? '') : '',
      line,
    );
    const area = this.areaId(cells, line);
    const { measure } = columns;
    if (measure)
      this.give(area, period, cells, line, {
        at: measure.value,
        code: cells[measure.code] ?? '',
        label: cells[measure.label] ?? '',
        unit: cells[measure.unit] ?? '',
        quality: measure.quality,
      });
    else for (const column of columns.values) this.give(area, period, cells, line, column);
  }

  end(): TableAbout {
    if (this.rows === 0)
      throw new RefusedTable(
        'no-values',
        'Unter den Überschriften der Tabelle steht keine Zeile mit Werten.',
      );
    return {
      family: this.form === 'new' ? 'FLAT' : 'FLAT_OLD',
      table: [...this.tables].join(', ') || null,
      title: [...this.titles].join('; '),
      notes: [...this.titles, ...this.notes].join('\n'),
      madeOn: null,
      cutOff: false,
    };
  }

  private give(
    area: number,
    period: number,
    cells: readonly string[],
    line: number,
    column: { at: number; code: string; label: string; unit: string; quality: number },
  ): void {
    const { store, numbers } = this.reading;
    const cell = numbers.read(cells[column.at] ?? '', line);
    if (!cell)
      throw new RefusedTable(
        'no-number',
        `In Zeile ${line} steht als Wert „${(cells[column.at] ?? '').slice(0, 60)}“; das ist weder eine Zahl noch ein Zeichen der Statistik. Sind Spalten vertauscht?`,
        line,
      );
    const quality = cells[column.quality]?.trim() ?? '';
    store.add(area, period, this.seriesId(cells, column), quality === '' ? cell : { ...cell, quality }, {
      line,
      column: column.at + 1,
      sheet: 0,
    });
  }

  private seriesId(
    cells: readonly string[],
    { code, label, unit }: { code: string; label: string; unit: string },
  ): number {
    let known = `${code}\u0000${unit}`;
    for (const variable of this.columns.variables)
      if (!this.isArea(cells[variable.code] ?? '', cells[variable.label] ?? ''))
        known += `\u0000${cells[variable.code]}\u0000${cells[variable.attributeCode] || cells[variable.attributeLabel]}`;
    const id = this.series.get(known);
    if (id !== undefined) return id;
    const labels: [string, string][] = [];
    for (const variable of this.columns.variables) {
      const [at = '', name = ''] = [cells[variable.code], cells[variable.label]];
      if ((at === '' && name === '') || this.isArea(at, name) || PART_OF_YEAR.test(at)) continue;
      labels.push([
        name || at,
        cells[variable.attributeLabel] || cells[variable.attributeCode] || 'Insgesamt',
      ]);
    }
    const made = this.reading.store.addSeries({
      measure: label || code,
      measureCode: code || null,
      ...unitOf(unit || 'Anzahl'),
      dimensions: Object.fromEntries(labels),
    });
    this.series.set(known, made);
    return made;
  }

  private periodId(time: string, part: string, line: number): number {
    const known = `${time} ${part}`;
    let id = this.periods.get(known);
    if (id === undefined) {
      const period: Period | null = part === '' ? periodOf(time) : (partOfYear(time, part) ?? periodOf(time));
      id = period ? this.reading.store.periodId(period) : null;
      this.periods.set(known, id);
    }
    if (id === null)
      throw new RefusedTable(
        'no-period',
        `In Zeile ${line} steht als Zeit „${time.slice(0, 40)}“; das ist keine Zeitangabe. Sind Spalten vertauscht?`,
        line,
      );
    return id;
  }

  /** The finest of the areas in a row; the level decides, whatever the order of the columns. */
  private areaId(cells: readonly string[], line: number): number {
    let found: { key: AreaKey; raw: string; name: string } | null = null;
    for (const variable of this.columns.variables) {
      const [code = '', label = ''] = [cells[variable.code], cells[variable.label]];
      if (!this.isArea(code, label)) continue;
      const [raw = '', name = ''] = [cells[variable.attributeCode], cells[variable.attributeLabel]];
      const key = this.keyOf(code, raw);
      if (!key)
        throw new RefusedTable(
          'no-area',
          `In Zeile ${line} steht als Gebiet „${raw.slice(0, 40)}“; das ist kein amtlicher Schlüssel. Sind Spalten vertauscht?`,
          line,
        );
      if (!found || areaLevel(key.area) > areaLevel(found.key.area)) found = { key, raw, name };
    }
    if (!found) {
      this.askForArea(line);
      return this.reading.store.areaId(WHOLE, 'DG', 'Deutschland');
    }
    return this.reading.store.areaId(found.key, found.raw, found.name);
  }

  /** Tables of the whole country often have no variable of areas; those of a Land have none either. */
  private askForArea(line: number): void {
    if (this.areaOpen) return;
    this.areaOpen = true;
    this.reading.notices.add(
      'question',
      'area-open',
      `Ab Zeile ${line} nennt keine Spalte ein Gebiet: Gelten die Werte für ganz Deutschland?`,
      line,
    );
  }

  private keyOf(code: string, raw: string): AreaKey | null {
    const known = `${code} ${raw}`;
    let key = this.keys.get(known);
    if (key === undefined) {
      const fits = KEYS_OF.every(({ variable, keys }) => !variable.test(code) || keys.test(raw));
      key = raw === '' ? WHOLE : fits ? areaKey(raw, AMONG_KREISE.test(code)) : null;
      this.keys.set(known, key);
    }
    return key;
  }

  private isArea(code: string, label: string): boolean {
    const known = `${code} ${label}`;
    let is = this.areaVariables.get(known);
    if (is === undefined) {
      is = AREA_VARIABLE.test(code) || AREA_LABEL.test(label);
      if (is && label.includes('Gebietsstand')) this.notes.add(label);
      this.areaVariables.set(known, is);
    }
    return is;
  }
}

/** The total of a geographic variable has no code: it is the whole. */
const WHOLE: AreaKey = { area: 'DG', kind: 'GERMANY' };
