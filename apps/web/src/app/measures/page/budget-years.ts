import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import type { BudgetYearInput } from '@runder-tisch/domain/measures/measures-requests';

/** What each budget year costs: once, and what goes on. */
@Component({
  selector: 'rt-budget-years',
  template: `
    <fieldset>
      <legend class="rt-label">{{ label() }}</legend>
      <p class="rt-hint">
        Ganze Euro. „Laufend“ ist, was in diesem Haushaltsjahr für den Betrieb gebraucht wird; tragen Sie
        jedes Jahr einzeln ein.
      </p>
      @for (row of value(); track $index; let at = $index) {
        <div class="row">
          <label>
            Jahr
            <input
              class="rt-control rt-number"
              inputmode="numeric"
              [value]="row.year || ''"
              (change)="set(at, 'year', $event)"
            />
          </label>
          <label>
            Einmalig
            <input
              class="rt-control rt-number"
              inputmode="numeric"
              [value]="row.oneOff || ''"
              (change)="set(at, 'oneOff', $event)"
            />
          </label>
          <label>
            Laufend
            <input
              class="rt-control rt-number"
              inputmode="numeric"
              [value]="row.yearly || ''"
              (change)="set(at, 'yearly', $event)"
            />
          </label>
          <button
            type="button"
            class="rt-button rt-plain rt-small"
            [attr.aria-label]="'Haushaltsjahr ' + row.year + ' entfernen'"
            (click)="remove(at)"
          >
            Entfernen
          </button>
        </div>
      }
      @if (said(); as words) {
        <p class="rt-error" role="alert">{{ words }}</p>
      }
      <button type="button" class="rt-button rt-small" (click)="add()">Haushaltsjahr hinzufügen</button>
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    .row {
      display: grid;
      grid-template-columns: 5.5rem minmax(0, 1fr) minmax(0, 1fr);
      gap: 8px;
      align-items: end;
      margin-bottom: 10px;
    }
    .row button {
      grid-column: 1 / -1;
      justify-self: start;
    }
  `,
})
export class BudgetYears implements FormValueControl<readonly BudgetYearInput[]> {
  readonly value = model<readonly BudgetYearInput[]>([]);
  readonly label = input.required<string>();
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly thisYear = input.required<number>();
  protected readonly said = computed(
    () =>
      this.errors()[0]?.message ??
      (this.value().some(({ year }) => year < 1990 || year > 2200)
        ? 'Bitte geben Sie das Haushaltsjahr vierstellig an.'
        : null),
  );

  protected add(): void {
    const last = this.value().at(-1);
    this.value.update((rows) => [
      ...rows,
      { year: last ? last.year + 1 : this.thisYear(), oneOff: 0, yearly: 0 },
    ]);
  }

  protected remove(at: number): void {
    this.value.update((rows) => rows.filter((_, index) => index !== at));
  }

  protected set(at: number, key: keyof BudgetYearInput, event: Event): void {
    const typed = (event.target as HTMLInputElement).value.replace(/[\s.€]/g, '');
    const amount = /^\d{1,10}$/.test(typed) ? Number(typed) : 0;
    this.value.update((rows) => rows.map((row, index) => (index === at ? { ...row, [key]: amount } : row)));
  }
}
