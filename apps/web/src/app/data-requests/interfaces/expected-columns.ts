import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { ExpectedColumnInput } from '@runder-tisch/domain/data-requests/data-requests-requests';
import { TextField } from '@runder-tisch/ui/form';

/** The columns a delivered table should have, one after the other. */
@Component({
  selector: 'rt-expected-columns',
  imports: [TextField],
  template: `
    <fieldset>
      <legend class="rt-label">{{ label() }}</legend>
      @for (row of value(); track $index; let at = $index) {
        <div class="row">
          <rt-text-field
            label="Spalte"
            [value]="row.name"
            [touched]="true"
            [errors]="row.name.trim() ? [] : nameless"
            (valueChange)="set(at, { name: $event })"
          />
          <rt-text-field
            label="Bedeutung"
            [value]="row.meaning"
            (valueChange)="set(at, { meaning: $event })"
          />
          <rt-text-field
            label="Beispiel"
            [value]="row.example"
            (valueChange)="set(at, { example: $event })"
          />
          <button
            type="button"
            class="rt-button rt-plain rt-small"
            [attr.aria-label]="'Spalte ' + row.name + ' entfernen'"
            (click)="remove(at)"
          >
            Entfernen
          </button>
        </div>
      }
      <button type="button" class="rt-button rt-small" (click)="add()">Spalte hinzufügen</button>
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
export class ExpectedColumns implements FormValueControl<readonly ExpectedColumnInput[]> {
  readonly value = model<readonly ExpectedColumnInput[]>([]);
  readonly label = input.required<string>();
  protected readonly nameless = [{ kind: 'name', message: 'Bitte benennen Sie die Spalte.' }];

  protected add(): void {
    this.value.update((rows) => [...rows, { name: '', meaning: '', example: '' }]);
  }

  protected remove(at: number): void {
    this.value.update((rows) => rows.filter((_, index) => index !== at));
  }

  protected set(at: number, change: Partial<ExpectedColumnInput>): void {
    this.value.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }
}
