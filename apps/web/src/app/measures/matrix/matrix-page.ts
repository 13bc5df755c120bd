import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiChevronLeft, mdiChevronRight, mdiGridOff, mdiSwapHorizontal } from '@mdi/js';
import {
  MATRIX_COLUMNS,
  matrixAxes,
  type MatrixDirection,
  matrixDirectionLabels,
  matrixDirections,
  matrixEnds,
  type MatrixOverview,
  matrixRowChoiceLabels,
  matrixRowChoices,
  type MatrixRow,
  type MatrixStep,
  matrixSteps,
  type MatrixView,
  matrixWords,
} from '@runder-tisch/domain/measures/matrix';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay, dayParts, isDay } from '@runder-tisch/domain/time';
import { DateField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { type Filter, FilterBar } from '@runder-tisch/ui/list';
import { ScreenClock } from '@runder-tisch/ui/text';
import { asParams } from '../../http/query';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { MatrixGrid } from './matrix-grid';
import { MatrixList } from './matrix-list';
import { matrixSigns, sheetOf } from './matrix-sheet';
import { media } from './media';
import { TraceTabs } from '../../findings/trace-tabs';

/** Instead of a year: two days of one's own. */
const OWN_DAYS = 'tage';
const ROWS = 100;

/** What leads to what: the whole way in one band, one step of it as a matrix. Everything stands in the address. */
@Component({
  selector: 'rt-matrix-page',
  imports: [
    DateField,
    EmptyState,
    FilterBar,
    Icon,
    MatrixGrid,
    MatrixList,
    PageHead,
    ProgressLine,
    RouterLink,
    TraceTabs,
  ],
  templateUrl: './matrix-page.html',
  styleUrl: './matrix-page.scss',
})
export class MatrixPage {
  // As the router reads them from the address.
  readonly schritt = input<string>();
  readonly richtung = input<string>();
  readonly fieldId = input<string>();
  readonly jahr = input<string>();
  readonly von = input<string>();
  readonly bis = input<string>();
  readonly zeilen = input<string>();
  readonly spalten = input<string>();

  private readonly router = inject(Router);
  private readonly fields = inject(ReferenceLists).fieldChoices();
  private readonly years = lastYears(berlinDay(inject(ScreenClock).now()));
  protected readonly narrow = media('screen and (max-width: 699px)');
  protected readonly icons = {
    empty: mdiGridOff,
    turn: mdiSwapHorizontal,
    before: mdiChevronLeft,
    next: mdiChevronRight,
  };
  protected readonly signs = matrixSigns;

  protected readonly step = computed(() => matrixSteps.find((it) => it === this.schritt()) ?? matrixSteps[0]);
  protected readonly direction = computed(
    () => matrixDirections.find((it) => it === this.richtung()) ?? matrixDirections[0],
  );
  protected readonly directions = matrixDirections.map((value) => ({
    value,
    label: matrixDirectionLabels[value],
  }));
  protected readonly ownDays = computed(() => this.jahr() === OWN_DAYS);
  private readonly scope = computed(() => {
    const [from, until] = this.ownDays()
      ? [this.von(), this.bis()]
      : this.years.includes(this.jahr() ?? '')
        ? [`${this.jahr()}-01-01`, `${this.jahr()}-12-31`]
        : [];
    return {
      direction: this.direction(),
      fieldId: this.fieldId(),
      from: dayOrNone(from),
      until: dayOrNone(until),
    };
  });
  private readonly query = computed(() => ({
    ...this.scope(),
    step: this.step(),
    show: matrixRowChoices.find((it) => it === this.zeilen()),
    columnsBefore: Number(this.spalten()) > 0 ? Math.floor(Number(this.spalten())) : undefined,
  }));
  protected readonly search = computed(() => `?${new URLSearchParams(asParams(this.query())).toString()}`);
  protected readonly list = pagedList<MatrixRow, MatrixView>('/api/trace-matrix', () => ({
    ...this.query(),
    limit: ROWS,
  }));
  private readonly overview = httpResource<MatrixOverview>(() => ({
    url: '/api/trace-matrix/overview',
    params: asParams(this.scope()),
  }));

  protected readonly sheet = computed(() => {
    const answer = this.list.answer();
    return answer && sheetOf(answer, this.list.rows());
  });
  /** What the answer on the screen is about: for a moment not yet what the address asks for. */
  private readonly shown = computed(
    () => this.list.answer() ?? { step: this.step(), direction: this.direction() },
  );
  protected readonly axes = computed(() => {
    const { step, direction } = this.shown();
    const { rows, columns } = matrixAxes(step, direction);
    return { rows: matrixWords[rows], columns: matrixWords[columns] };
  });
  protected readonly label = computed(() => {
    const { rows, columns } = this.axes();
    return `${rows.many} und ${columns.many}: ${matrixDirectionLabels[this.shown().direction]}`;
  });
  protected readonly band = computed(() => {
    const steps = this.overview.hasValue() ? this.overview.value().steps : [];
    return matrixSteps.map((step) => {
      const { from, to } = matrixEnds[step];
      const forwards = this.direction() === 'FORWARDS';
      const [rows, columns] = forwards ? [from, to] : [to, from];
      return {
        step,
        here: step === this.step(),
        rows: matrixWords[rows].many,
        columns: matrixWords[columns].many,
        counts: steps.find((it) => it.step === step) ?? null,
        verdict: rows === 'verdict',
        done: (count: number) =>
          forwards
            ? count === 1
              ? 'führt weiter'
              : 'führen weiter'
            : count === 1
              ? 'ist belegt'
              : 'sind belegt',
      };
    });
  });
  protected readonly forwards = computed(() => this.direction() === 'FORWARDS');
  protected readonly filtered = computed(() => Boolean(this.fieldId() ?? this.jahr() ?? this.zeilen()));
  protected readonly filters = computed<readonly Filter[]>(() => [
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fields(),
    },
    {
      kind: 'choice',
      key: 'jahr',
      label: 'Zeitraum',
      all: 'Alle Jahre',
      options: [
        ...this.years.map((year) => ({ value: year, label: year })),
        { value: OWN_DAYS, label: 'Von – bis …' },
      ],
    },
    {
      kind: 'choice',
      key: 'zeilen',
      label: 'Zeilen',
      all: 'Alle Zeilen',
      options: matrixRowChoices.map((value) => ({ value, label: matrixRowChoiceLabels[value] })),
    },
  ]);
  protected readonly result = computed(() => {
    const total = this.list.total();
    const answer = this.list.answer();
    if (total === null || !answer) return null;
    const { rows, columns } = this.axes();
    return `${counted(total, rows.one, rows.many)} × ${counted(answer.columnsTotal, columns.one, columns.many)}`;
  });
  /** "Spalten 25–48 von 87" with the addresses of the pages beside it. */
  protected readonly columnPage = computed(() => {
    const answer = this.list.answer();
    if (!answer || answer.columnsTotal <= answer.columns.length) return null;
    const { columnsBefore: before, columnsTotal: total, columns } = answer;
    return {
      words: `${this.axes().columns.many} ${before + 1}–${before + columns.length} von ${total.toLocaleString('de-DE')}`,
      previous: before > 0 ? { spalten: before > MATRIX_COLUMNS ? before - MATRIX_COLUMNS : null } : null,
      next: before + columns.length < total ? { spalten: before + MATRIX_COLUMNS } : null,
    };
  });

  protected stepQuery(step: MatrixStep): Record<string, string | null> {
    return { schritt: step === matrixSteps[0] ? null : step, spalten: null, zeilen: null };
  }

  protected directionQuery(direction: MatrixDirection): Record<string, string | null> {
    return { richtung: direction === 'FORWARDS' ? null : direction, spalten: null, zeilen: null };
  }

  protected day(key: 'von' | 'bis', value: string): void {
    void this.router.navigate([], {
      queryParams: { [key]: value || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      info: { keepFocus: true },
    });
  }
}

function dayOrNone(value: string | undefined): string | undefined {
  return isDay(value) ? value : undefined;
}

/** This year and the four before: as long as a cycle. */
function lastYears(today: string): string[] {
  const { year } = dayParts(today);
  return Array.from({ length: 5 }, (_, before) => String(year - before));
}
