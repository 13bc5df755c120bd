import { Component, computed, input } from '@angular/core';
import {
  disclosureLabels,
  type ObservationView,
  populationBaseLabels,
  shownNumber,
  shownPeriod,
  shownValue,
  valueFlagLabels,
} from '@runder-tisch/domain/indicators';
import type { IndicatorUnit } from '@runder-tisch/domain/indicators/catalogue';
import { smallNumberWords } from '@runder-tisch/domain/indicators/formulas';
import { formatShortDate } from '@runder-tisch/domain/time';

/** Values with everything that has to stand beside them: time, interval, territory status, base, source. */
@Component({
  selector: 'rt-values-table',
  template: `
    <div class="roll" tabindex="0" role="region" [attr.aria-label]="label()">
      <table>
        <thead>
          <tr>
            @if (byArea()) {
              <th scope="col">Gebiet</th>
            }
            <th scope="col">Stand</th>
            <th scope="col" class="number">Wert</th>
            <th scope="col" class="number">Schwankungsbereich</th>
            <th scope="col">Gebietsstand</th>
            <th scope="col">Bevölkerungsbasis</th>
            <th scope="col">Quelle</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              @if (byArea()) {
                <th scope="row">{{ row.area }}</th>
                <td class="time">{{ row.period }}</td>
              } @else {
                <th scope="row" class="time">{{ row.period }}</th>
              }
              <td class="number">
                {{ row.value }}
                @for (mark of row.marks; track mark) {
                  <span class="rt-badge">{{ mark }}</span>
                }
              </td>
              <td class="number">{{ row.interval }}</td>
              <td class="time">{{ row.territory }}</td>
              <td>{{ row.base }}</td>
              <td>{{ row.source }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
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

  protected readonly rows = computed(() =>
    this.values().map((it) => ({
      id: it.id,
      area: it.areaName,
      period: shownPeriod(it.periodKind, it.periodStart, it.periodEnd),
      value: shownValue(it.value, it.flag, this.unit()),
      marks: this.marksOf(it),
      interval: it.interval
        ? `${shownNumber(it.interval.low, this.unit())} bis ${shownNumber(it.interval.high, this.unit())}`
        : '–',
      territory: it.territoryStatus ? formatShortDate(it.territoryStatus) : 'nicht angegeben',
      base: it.populationBase ? populationBaseLabels[it.populationBase] : '–',
      source: it.source || 'nicht angegeben',
    })),
  );

  private marksOf(it: ObservationView): string[] {
    return [
      it.value !== null && it.flag !== 'OK' && it.flag !== 'ZERO' ? valueFlagLabels[it.flag] : '',
      it.smallNumber ? smallNumberWords : '',
      it.versionNumber === this.versionNumber() ? '' : `Fassung ${it.versionNumber}`,
      it.disclosure === 'PUBLISHABLE' ? '' : disclosureLabels[it.disclosure],
    ].filter(Boolean);
  }
}
