import { Component, computed, input } from '@angular/core';
import {
  disclosureLabels,
  type ObservationView,
  populationBaseLabels,
  shownNumber,
  wholeNumberOf,
  shownPeriod,
  valueFlagLabels,
} from '@runder-tisch/domain/indicators';
import { type IndicatorUnit, unitFacts } from '@runder-tisch/domain/indicators/catalogue';
import { smallNumberWords } from '@runder-tisch/domain/indicators/formulas';
import { formatShortDate } from '@runder-tisch/domain/time';

/** Values with everything that belongs to them: time, interval, and below them source, territory status and base. */
@Component({
  selector: 'rt-values-table',
  template: `
    <div class="roll" tabindex="0" role="region" [attr.aria-label]="label()">
      <table>
        <thead>
          <tr>
            @if (byArea()) {
              <th scope="col">Gebiet <span class="below">und Stand</span></th>
            }
            <th scope="col" [class.beside]="byArea()">Stand</th>
            <th scope="col" class="number">{{ head() }}</th>
            @if (hasIntervals()) {
              <th scope="col" class="number beside">Schwankungsbereich</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              @if (byArea()) {
                <th scope="row">
                  {{ row.area }}
                  <span class="rt-cell-note below">{{ row.period }}</span>
                </th>
                <td class="time beside">{{ row.period }}</td>
              } @else {
                <th scope="row" class="time">{{ row.period }}</th>
              }
              <td class="number">
                <span [attr.title]="row.whole">{{ row.value }}</span>
                @if (row.interval !== '–') {
                  <span class="rt-cell-note below">{{ row.interval }}</span>
                }
                @if (row.marks) {
                  <span class="rt-cell-note">{{ row.marks }}</span>
                }
                @if (row.basis !== shared()) {
                  <span class="rt-cell-note">{{ row.basis }}</span>
                }
              </td>
              @if (hasIntervals()) {
                <td class="number beside">{{ row.interval }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (shared(); as words) {
      <p class="rt-quiet shared">{{ words }}</p>
    }
  `,
  styles: `
    .roll {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 8px 14px 8px 0;
      border-top: 1px solid var(--rt-line);
      text-align: left;
      vertical-align: top;
    }
    thead th {
      border-top: 0;
      color: var(--rt-text-quiet);
    }
    tbody th {
      font-weight: 400;
    }
    .number {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
    .shared {
      margin-top: 8px;
    }
    .below {
      display: none;
    }
    @media screen and (max-width: 30rem) {
      th,
      td {
        padding-right: 12px;
      }
      th:last-child,
      td:last-child,
      .number {
        padding-right: 0;
      }
      .beside {
        display: none;
      }
      .below {
        display: block;
        font-weight: inherit;
        white-space: nowrap;
      }
    }
    .time {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ValuesTable {
  readonly label = input.required<string>();
  readonly values = input.required<readonly ObservationView[]>();
  readonly unit = input.required<IndicatorUnit>();
  /** One row an area; otherwise one row a period. */
  readonly byArea = input(false);
  /** Values of another definition than this one are marked. */
  readonly versionNumber = input.required<number>();

  protected readonly head = computed(() => {
    const { label } = unitFacts[this.unit()];
    return this.unit() === 'COUNT' ? label : `Wert (${label})`;
  });
  protected readonly hasIntervals = computed(() => this.values().some((it) => it.interval));
  protected readonly rows = computed(() =>
    this.values().map((it) => ({
      id: it.id,
      area: it.areaName,
      period: shownPeriod(it.periodKind, it.periodStart, it.periodEnd),
      value: it.value === null ? valueFlagLabels[it.flag] : shownNumber(it.value, this.unit()),
      whole: it.value === null ? null : wholeNumberOf(it.value, this.unit()),
      marks: this.marksOf(it).join(', '),
      interval: it.interval
        ? `${shownNumber(it.interval.low, this.unit())} bis ${shownNumber(it.interval.high, this.unit())}`
        : '–',
      basis: basisOf(it, this.values()),
    })),
  );
  /** What most values rest on is said once, and only what differs stands in its row. */
  protected readonly shared = computed(() => {
    const all = this.rows().map((row) => row.basis);
    const counts = Map.groupBy(all, (words) => words);
    return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
  });

  private marksOf(it: ObservationView): string[] {
    return [
      it.value !== null && it.flag !== 'OK' && it.flag !== 'ZERO' ? valueFlagLabels[it.flag] : '',
      it.smallNumber ? smallNumberWords : '',
      it.versionNumber === this.versionNumber() ? '' : `Fassung ${it.versionNumber}`,
      it.disclosure === 'PUBLISHABLE' ? '' : disclosureLabels[it.disclosure],
    ].filter(Boolean);
  }
}

/** Source, territory status and population base in one line; the status is left out where it is the day of the value. */
function basisOf(it: ObservationView, all: readonly ObservationView[]): string {
  const ownDays = all.every((other) => other.territoryStatus === other.periodEnd);
  const status = it.territoryStatus ? formatShortDate(it.territoryStatus) : 'nicht angegeben';
  return [
    `Quelle: ${it.source || 'nicht angegeben'}`,
    ownDays ? 'Gebietsstand jeweils wie Stand' : `Gebietsstand ${status}`,
    it.populationBase ? populationBaseLabels[it.populationBase] : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
