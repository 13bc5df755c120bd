import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TextField } from './text-field';

/** One field of a row. */
export interface RowField<Row> {
  key: keyof Row & string;
  label: string;
  /** Said where it is left empty; without it the field may be. */
  missing?: string;
}

/** Rows of a few short texts in a form, one below the other: the columns of a table, the ways to decide. */
@Component({
  selector: 'rt-row-fields',
  imports: [TextField],
  template: `
    <fieldset>
      <legend class="rt-label">{{ label() }}</legend>
      @for (row of value(); track $index; let at = $index) {
        <div class="row">
          @for (field of fields(); track field.key) {
            <rt-text-field
              [label]="field.label"
              [value]="row[field.key]"
              [touched]="true"
              [errors]="errorsOf(field, row)"
              (valueChange)="set(at, field.key, $event)"
            />
          }
          <button
            type="button"
            class="rt-button rt-plain rt-small"
            [attr.aria-label]="noun() + ' ' + (at + 1) + ' entfernen'"
            (click)="remove(at)"
          >
            Entfernen
          </button>
        </div>
      }
      <button type="button" class="rt-button rt-small" (click)="add()">{{ noun() }} hinzufügen</button>
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
export class RowFields<Row extends Record<keyof Row, string>> implements FormValueControl<readonly Row[]> {
  readonly value = model<readonly Row[]>([]);
  /** Filled by `[formField]`: somebody tried to send it. */
  readonly touched = input(false);
  readonly label = input.required<string>();
  /** What one row is: "Spalte". */
  readonly noun = input.required<string>();
  readonly fields = input.required<readonly RowField<Row>[]>();

  protected errorsOf({ key, missing }: RowField<Row>, row: Row): { kind: string; message: string }[] {
    // A row nobody has begun is not told that it is empty; sending tells.
    const begun = this.touched() || this.fields().some((field) => row[field.key].trim());
    return missing && begun && !row[key].trim() ? [{ kind: key, message: missing }] : [];
  }

  protected add(): void {
    const empty = Object.fromEntries(this.fields().map(({ key }) => [key, ''])) as Row;
    this.value.update((rows) => [...rows, empty]);
  }

  protected remove(at: number): void {
    this.value.update((rows) => rows.filter((_, index) => index !== at));
  }

  protected set(at: number, key: keyof Row & string, words: string): void {
    this.value.update((rows) => rows.map((row, index) => (index === at ? { ...row, [key]: words } : row)));
  }
}
