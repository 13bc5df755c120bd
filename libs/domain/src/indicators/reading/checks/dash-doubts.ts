import { areaLevel } from '../cells/area-keys';
import { furtherPlaces, listed, type Notices, OF_ONE_KIND, times } from '../notices';
import { seriesWords, type ValueStore } from '../value-store';
import type { DashAnswers } from './dash-answers';
import { flagNumber, LEFT_OUT } from './flags';

interface Doubt {
  alone: boolean;
  whole: boolean;
  series: number;
  periods: Set<number>;
  areas: Set<number>;
  line: number;
  cells: number[];
}

/** "-" that nothing proves zero: what is asked about them, and what was answered. */
export class DashDoubts {
  private readonly doubts = new Map<string, Doubt>();

  constructor(
    private readonly store: ValueStore,
    private readonly notices: Notices,
    private readonly answers: DashAnswers,
  ) {}

  /**
   * @param alone whether nothing in the file can speak for or against zero; all such places are one question
   * @param whole whether the area has nothing else at that time
   */
  add(at: number, { alone, whole }: { alone: boolean; whole: boolean }): void {
    const { store } = this;
    const series = store.inSeries[at] ?? 0;
    const level = areaLevel(store.areas[store.area[at] ?? 0]?.area ?? '');
    const key = alone ? 'alone' : whole ? `line ${level}` : `series ${series}`;
    const doubt = this.doubts.get(key) ?? {
      alone,
      whole,
      series,
      periods: new Set(),
      areas: new Set(),
      line: store.line[at] ?? 0,
      cells: [],
    };
    doubt.cells.push(at);
    doubt.periods.add(store.period[at] ?? 0);
    doubt.areas.add(store.area[at] ?? 0);
    doubt.line = Math.min(doubt.line, store.line[at] ?? 0);
    this.doubts.set(key, doubt);
  }

  /** Asks, and does as somebody answered; without an answer what is meant is not available. */
  say(): void {
    const rest = furtherPlaces(this.doubts.size);
    for (const [count, doubt] of [...this.doubts.values()].entries()) {
      const says = this.question(doubt);
      this.notices.add('question', 'dash-open', says, doubt.line);
      this.answered(doubt.cells, this.answers[count < OF_ONE_KIND ? says : rest]);
    }
  }

  private question({ alone, whole, series, periods, areas, line, cells }: Doubt): string {
    const { store } = this;
    const when = times([...periods].map((it) => store.periods[it]?.period ?? ''));
    const names = listed(
      [...areas].map((it) => `${store.areas[it]?.name.trim() || store.areas[it]?.area}`),
      3,
    );
    if (alone)
      return `Für ${names} steht zu ${when} „-“ (${cells.length}-mal, ab Zeile ${line}), und die Datei enthält weder das Gebiet darüber noch eine Summe, aus der null folgt: Bedeutet „-“ hier null? Bis dahin gilt der Wert als noch nicht vorhanden.`;
    const what = whole ? 'in allen Spalten' : `in der Spalte „${seriesWords(store.series[series])}“`;
    return `Für ${names} steht ${what} zu ${when} nur „-“ (ab Zeile ${line}), und nichts belegt, dass es null ist: Liegt der Wert noch nicht vor? Er gilt als noch nicht vorhanden.`;
  }

  private answered(cells: readonly number[], answer: DashAnswers[string] | undefined): void {
    for (const at of answer === 'ZERO' ? cells : []) {
      this.store.flag[at] = flagNumber('ZERO');
      this.store.value[at] = 0;
    }
    for (const at of answer === 'LEAVE_OUT' ? cells : []) this.store.flag[at] = LEFT_OUT;
  }
}

/** "- = nichts vorhanden", "– genau null": the legend of a file, in a line or in two cells. */
export function saysNothingIsThere(notes: string): boolean {
  return notes
    .split('\n')
    .some((line) =>
      /^["„']?[-–—]["“']? ?(?:[=:]|bedeutet)? ?(?:nichts vorhanden|(?:zahlenwert )?(?:ist )?genau null)/i.test(
        line.trim().split(/\s+/).join(' '),
      ),
    );
}
