import { type Period, RefusedTable } from '../../read-value';
import type { AreaKey } from '../cells/area-keys';
import { asMonth, periodOf } from '../cells/periods';
import { refusePersonal } from '../cells/person-level';
import { unitOf } from '../cells/units';
import type { FamilyReader, Line, Reading, TableAbout } from '../family';

const INNER = /^(?:\d{3}|SUM){3}$/;

/** Whether a line is one of a small-scale delivery: month, municipality, key inside it with "SUM" for subtotals. */
export function isSmallScale(cells: readonly string[]): boolean {
  return /^\d{8}$/.test(cells[1] ?? '') && INNER.test(cells[2] ?? '') && monthOf(cells[0] ?? '') !== null;
}

function monthOf(cell: string): Period | null {
  const compact = /^(\d{4})(\d{2})$/.exec(cell.trim());
  if (compact) return periodOf(`${compact[1]}-${compact[2]}`);
  const period = periodOf(cell);
  return period && asMonth(period);
}

/**
 * The small-scale delivery of the Bundesagentur: A month, B municipality, C key of nine digits inside it, D label,
 * from E on what is counted. "SUMSUMSUM" is the municipality itself; a star stands for fewer than ten.
 */
export class SmallScaleTable implements FamilyReader {
  private head: Line[] = [];
  private measures: string[] | null = null;
  private readonly series: number[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly sheet: number,
  ) {}

  row(line: Line): void {
    if (line.cells.every((cell) => cell === '')) return;
    if (isSmallScale(line.cells)) this.take(line);
    else if (!this.measures) this.head.push(line);
    else if (/^\d{8}$/.test(line.cells[1] ?? ''))
      throw new RefusedTable(
        'no-area',
        `In Zeile ${line.line} steht als innerer Schlüssel „${(line.cells[2] ?? '').slice(0, 20)}“; erwartet sind neun Ziffern oder „SUM“.`,
        line.line,
      );
  }

  end(): TableAbout {
    const titles = this.head.slice(0, -1).flatMap(({ cells }) => cells.filter(Boolean));
    return {
      family: 'SMALL_SCALE',
      table: null,
      title: titles.join(' '),
      notes: titles.join('\n'),
      madeOn: null,
      cutOff: false,
    };
  }

  private take({ line, cells }: Line): void {
    const measures = (this.measures ??= this.open(line));
    const { store, numbers } = this.reading;
    const period = monthOf(cells[0] ?? '') as Period;
    const ags = cells[1] ?? '';
    const inner = cells[2]?.split('SUM')[0] ?? '';
    const key: AreaKey =
      inner === '' ? { area: ags, kind: 'AGS' } : { area: ags + inner, kind: 'MUNICIPALITY_PART' };
    const area = store.areaId(key, `${ags} ${cells[2]}`, cells[3] ?? '');
    measures.forEach((measure, at) => {
      if (measure === '') return;
      const raw = cells[at + 4] ?? '';
      const cell = numbers.read(raw, line);
      if (!cell)
        throw new RefusedTable(
          'no-number',
          `In Zeile ${line}, Spalte ${at + 5} steht „${raw.slice(0, 60)}“; das ist weder eine Zahl noch ein Zeichen der Statistik.`,
          line,
        );
      this.series[at] ??= store.addSeries({
        measure,
        measureCode: null,
        ...unitOf('Anzahl'),
        dimensions: {},
      });
      store.add(area, store.periodId(period), this.series[at] ?? 0, cell, {
        line,
        column: at + 5,
        sheet: this.sheet,
      });
    });
  }

  private open(line: number): string[] {
    const heads = this.head.filter(({ cells }) => cells.filter(Boolean).length > 3);
    for (const head of heads) refusePersonal(head.cells, head.line);
    const width = Math.max(0, ...heads.map(({ cells }) => cells.length));
    const measures = Array.from({ length: Math.max(0, width - 4) }, (_, at) =>
      [...new Set(heads.map(({ cells }) => cells[at + 4]?.trim() ?? '').filter(Boolean))].join(' – '),
    );
    if (measures.every((measure) => measure === ''))
      throw new RefusedTable(
        'no-head',
        `Über Zeile ${line} fehlen die Überschriften der Spalten ab E.`,
        line,
      );
    return measures;
  }
}
