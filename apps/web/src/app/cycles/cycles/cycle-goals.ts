import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { type CycleCounter, cycleCounterLabels, cycleCounters } from '@runder-tisch/domain/cycles';
import type { MilestoneInput } from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import { DateField, NumberField, SelectField, TextArea } from '@runder-tisch/ui/form';

/** The goals of a cycle, year by year, and what each is measured by. */
@Component({
  selector: 'rt-cycle-goals',
  imports: [DateField, NumberField, SelectField, TextArea],
  template: `
    <fieldset>
      <legend class="rt-label">Ziele</legend>
      @for (row of value(); track $index; let at = $index) {
        <div class="row">
          <rt-number-field label="Jahr" [value]="row.year" (valueChange)="set(at, { year: $event ?? 0 })" />
          <rt-text-area
            label="Ziel"
            [rows]="2"
            [value]="row.goal"
            (valueChange)="set(at, { goal: $event })"
          />
          <rt-select-field
            label="Zähler"
            placeholder="ohne Zähler"
            [choices]="counters"
            [value]="row.counter ?? ''"
            (valueChange)="set(at, { counter: asCounter($event) })"
          />
          <rt-date-field
            label="Erreicht am"
            [value]="row.doneOn ?? ''"
            (valueChange)="set(at, { doneOn: $event || null })"
          />
          <button
            type="button"
            class="rt-button rt-plain rt-small"
            [attr.aria-label]="'Ziel ' + (row.goal || row.year) + ' entfernen'"
            (click)="remove(at)"
          >
            Entfernen
          </button>
        </div>
      }
      <button type="button" class="rt-button rt-small" (click)="add()">Ziel hinzufügen</button>
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
      gap: 8px;
      margin-bottom: 12px;
      padding-left: 12px;
      border-left: 3px solid var(--rt-line);
    }
    .row button {
      justify-self: start;
    }
  `,
})
export class CycleGoals implements FormValueControl<readonly MilestoneInput[]> {
  readonly value = model<readonly MilestoneInput[]>([]);
  readonly firstYear = input.required<number>();
  protected readonly counters = cycleCounters.map((value) => ({ value, label: cycleCounterLabels[value] }));

  protected asCounter(value: string): CycleCounter | null {
    return cycleCounters.find((it) => it === value) ?? null;
  }

  protected add(): void {
    const year = this.value().at(-1)?.year ?? this.firstYear();
    this.value.update((rows) => [...rows, { year, goal: '', counter: null, doneOn: null }]);
  }

  protected remove(at: number): void {
    this.value.update((rows) => rows.filter((_, index) => index !== at));
  }

  protected set(at: number, change: Partial<MilestoneInput>): void {
    this.value.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }
}
