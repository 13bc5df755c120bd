import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { MilestoneInput } from '@runder-tisch/domain/measures/measures-requests';
import { DateField, TextField } from '@runder-tisch/ui/form';

/** What has to be reached on the way, each with its day; reached once its second day is given. */
@Component({
  selector: 'rt-milestones',
  imports: [DateField, TextField],
  template: `
    <fieldset>
      <legend class="rt-label">{{ label() }}</legend>
      @for (row of value(); track $index; let at = $index) {
        <div class="row">
          <rt-text-field
            label="Meilenstein"
            [value]="row.title"
            [touched]="true"
            [errors]="row.title.trim().length < 2 ? nameless : []"
            (valueChange)="set(at, { title: $event })"
          />
          <rt-date-field
            label="Bis"
            [value]="row.dueOn"
            [touched]="true"
            [errors]="row.dueOn ? [] : dayless"
            (valueChange)="set(at, { dueOn: $event })"
          />
          <rt-date-field
            label="Erreicht am"
            [value]="row.doneOn ?? ''"
            (valueChange)="set(at, { doneOn: $event || null })"
          />
          <button
            type="button"
            class="rt-button rt-plain rt-small"
            [attr.aria-label]="'Meilenstein ' + row.title + ' entfernen'"
            (click)="remove(at)"
          >
            Entfernen
          </button>
        </div>
      }
      <button type="button" class="rt-button rt-small" (click)="add()">Meilenstein hinzufügen</button>
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
export class Milestones implements FormValueControl<readonly MilestoneInput[]> {
  readonly value = model<readonly MilestoneInput[]>([]);
  readonly label = input.required<string>();
  protected readonly nameless = [{ kind: 'title', message: 'Bitte benennen Sie den Meilenstein.' }];
  protected readonly dayless = [{ kind: 'day', message: 'Bitte nennen Sie den Tag, bis wann.' }];

  protected add(): void {
    this.value.update((rows) => [...rows, { id: null, title: '', dueOn: '', doneOn: null }]);
  }

  protected remove(at: number): void {
    this.value.update((rows) => rows.filter((_, index) => index !== at));
  }

  protected set(at: number, change: Partial<MilestoneInput>): void {
    this.value.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }
}
