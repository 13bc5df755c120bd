import { Component, ElementRef, computed, inject, input, model, output } from '@angular/core';
import type { BudgetYearCost } from '@runder-tisch/domain/findings/recommendation-requests';
import { recommendationLimits } from '@runder-tisch/domain/findings';
import { mdiClose, mdiPlus } from '@mdi/js';
import { NumberField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';

/** What is to be spent in each Haushaltsjahr, in whole euros. */
@Component({
  selector: 'rt-cost-rows',
  imports: [Icon, NumberField],
  template: `
    <fieldset>
      <legend>Kosten nach Haushaltsjahr (Euro)</legend>
      @for (row of rows(); track row.budgetYear; let index = $index) {
        <div class="row">
          <rt-number-field
            label="Jahr"
            [value]="row.budgetYear"
            (valueChange)="set(index, { budgetYear: $event ?? row.budgetYear })"
          />
          <rt-number-field
            label="Einmalig"
            [value]="row.oneOff"
            (valueChange)="set(index, { oneOff: $event ?? 0 })"
          />
          <rt-number-field
            label="Jährlich"
            [value]="row.yearly"
            (valueChange)="set(index, { yearly: $event ?? 0 })"
          />
          <button
            type="button"
            class="rt-button rt-plain rt-square"
            [attr.aria-label]="'Haushaltsjahr ' + row.budgetYear + ' entfernen'"
            (click)="remove(index)"
          >
            <rt-icon [path]="icons.remove" />
          </button>
        </div>
      } @empty {
        <p class="rt-quiet rt-small">Noch kein Haushaltsjahr.</p>
      }
      @if (!full()) {
        <button type="button" class="rt-button rt-small" (click)="add()">
          <rt-icon [path]="icons.add" />Haushaltsjahr
        </button>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend {
      margin-bottom: 6px;
      padding: 0;
      font-weight: 600;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 8px 12px;
      margin-bottom: 10px;
    }
  `,
})
export class CostRows {
  readonly rows = model.required<readonly BudgetYearCost[]>();
  readonly firstYear = input.required<number>();
  readonly touched = output<void>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly icons = { add: mdiPlus, remove: mdiClose };
  protected readonly full = computed(() => this.rows().length >= recommendationLimits.budgetYears);

  focus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('input, button')?.focus();
  }

  protected add(): void {
    const last = this.rows().at(-1)?.budgetYear;
    const budgetYear = last === undefined ? this.firstYear() : last + 1;
    this.change([...this.rows(), { budgetYear, oneOff: 0, yearly: 0 }]);
  }

  protected set(index: number, patch: Partial<BudgetYearCost>): void {
    this.change(this.rows().map((row, at) => (at === index ? { ...row, ...patch } : row)));
  }

  protected remove(index: number): void {
    this.change(this.rows().filter((_, at) => at !== index));
  }

  private change(rows: readonly BudgetYearCost[]): void {
    this.rows.set(rows);
    this.touched.emit();
  }
}
