import { Component, computed } from '@angular/core';
import { mdiCurrencyEur } from '@mdi/js';
import {
  type CostLine,
  type CostView,
  measureStateLabels,
  measureStates,
} from '@runder-tisch/domain/measures';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { FilterBar } from '@runder-tisch/ui/list';
import { keptObject } from '../../object-page/kept-object';
import { euros } from '../euros';
import { PlaceTabs } from '../../session/place-tabs';
import { measureFilters, measureTabs } from './measure-filters';

/** What the measures cost, by budget year and once more by source and by state; everything is a sum of the same lines. */
@Component({
  selector: 'rt-measure-cost-page',
  imports: [EmptyState, FilterBar, PageHead, PlaceTabs, ProgressLine],
  template: `
    <rt-progress-line [busy]="answer.loading()" />
    <rt-page-head heading="Maßnahmen">
      <span subline>Kosten nach Haushaltsjahr, Finanzierung und Stand.</span>
      <ng-container actions>
        <a class="rt-button" [href]="'/api/measures/costs.xlsx' + by.search()" download>Excel</a>
        <a class="rt-button" [href]="'/api/measures/costs.csv' + by.search()" download>CSV</a>
      </ng-container>
    </rt-page-head>
    <rt-place-tabs [places]="tabs" label="Ansichten der Maßnahmen" />
    <rt-filter-bar [filters]="by.filters()" [result]="result()" />
    @if (answer.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (answer.view(); as view) {
      @if (view.costNeutral || view.unknown) {
        <p class="rt-note beside">{{ beside() }}</p>
      }
      @for (part of parts(); track part.label) {
        <section class="rt-card">
          <h2>{{ part.label }}</h2>
          <div class="roll" tabindex="0" role="region" [attr.aria-label]="part.label">
            <table>
              <thead>
                <tr>
                  <th scope="col">{{ part.head }}</th>
                  @for (year of years(); track year) {
                    <th scope="col" class="number">{{ year }}</th>
                  }
                  <th scope="col" class="number">zusammen</th>
                </tr>
              </thead>
              <tbody>
                @for (row of part.rows; track row.label) {
                  <tr [class.sum]="row.sum">
                    <th scope="row">{{ row.label }}</th>
                    @for (cell of row.cells; track $index) {
                      <td class="number">{{ cell }}</td>
                    }
                    <td class="number">{{ row.total }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        </section>
      } @empty {
        <div class="rt-card">
          <rt-empty-state
            heading="Noch keine Kosten"
            text="Tragen Sie bei den Maßnahmen ein, was sie in welchem Haushaltsjahr kosten, oder dass sie kostenneutral sind."
            [icon]="icon"
          />
        </div>
      }
    }
  `,
  styles: `
    .beside {
      margin-bottom: 20px;
    }
    section {
      margin-bottom: 20px;
    }
    .roll {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 8px 12px 8px 0;
      border-top: 1px solid var(--rt-line);
      text-align: left;
    }
    thead th {
      border-top: 0;
      color: var(--rt-text-quiet);
    }
    tbody th {
      font-weight: 400;
    }
    /* What a number is of stays in sight while the years roll by. */
    tr > :first-child {
      position: sticky;
      left: 0;
      min-width: 7rem;
      background: var(--rt-surface-raised);
    }
    .number {
      padding: 8px 0 8px 12px;
      text-align: right;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .sum th,
    .sum td {
      border-top: 2px solid var(--rt-line-strong);
      font-weight: 650;
    }
  `,
})
export class MeasureCostPage {
  protected readonly icon = mdiCurrencyEur;
  protected readonly tabs = measureTabs;
  protected readonly by = measureFilters();
  protected readonly answer = keptObject<CostView>(() => `/api/measures/costs${this.by.search()}`);
  protected readonly result = computed(() => {
    const view = this.answer.view();
    return view && counted(view.total, 'Maßnahme', 'Maßnahmen');
  });
  private readonly lines = computed(() => this.answer.view()?.lines ?? []);
  protected readonly years = computed(() => [...new Set(this.lines().map(({ year }) => year))].sort());
  protected readonly beside = computed(() => {
    const view = this.answer.view();
    if (!view) return '';
    return [
      view.costNeutral ? `${counted(view.costNeutral, 'Maßnahme ist', 'Maßnahmen sind')} kostenneutral.` : '',
      view.unknown
        ? `Bei ${counted(view.unknown, 'Maßnahme', 'Maßnahmen')} steht noch nicht, was sie kosten: Sie fehlen in den Summen.`
        : '',
    ].join(' ');
  });
  protected readonly parts = computed(() => {
    const lines = this.lines();
    if (!lines.length) return [];
    const sources = [...new Set(lines.map(({ fundingSource }) => fundingSource))];
    const states = measureStates.filter((state) => lines.some((line) => line.state === state));
    return [
      {
        label: 'Nach Art der Kosten',
        head: 'Kosten',
        rows: [
          this.row('Einmalig', lines, (it) => it.oneOff),
          this.row('Laufend', lines, (it) => it.yearly),
          this.row('Summe', lines, whole, true),
        ],
      },
      {
        label: 'Nach Finanzierung',
        head: 'Finanzierung',
        rows: [
          ...sources.map((source) =>
            this.row(
              source || 'noch offen',
              lines.filter((it) => it.fundingSource === source),
              whole,
            ),
          ),
          this.row('Summe', lines, whole, true),
        ],
      },
      {
        label: 'Nach Stand',
        head: 'Stand',
        rows: [
          ...states.map((state) =>
            this.row(
              measureStateLabels[state],
              lines.filter((it) => it.state === state),
              whole,
            ),
          ),
          this.row('Summe', lines, whole, true),
        ],
      },
    ];
  });

  private row(label: string, lines: readonly CostLine[], of: (line: CostLine) => number, sum = false) {
    const total = (some: readonly CostLine[]): number => some.reduce((sofar, line) => sofar + of(line), 0);
    return {
      label,
      sum,
      cells: this.years().map((year) => euros(total(lines.filter((line) => line.year === year)))),
      total: euros(total(lines)),
    };
  }
}

function whole({ oneOff, yearly }: CostLine): number {
  return oneOff + yearly;
}
