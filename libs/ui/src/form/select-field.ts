import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

/** One out of a known list; the native control, because phones and readers know it best. */
@Component({
  selector: 'rt-select-field',
  imports: [FieldFrame],
  template: `
    <rt-field-frame [for]="id" [label]="label()" [hint]="hint()" [required]="required()" [error]="error()">
      <select
        #control
        class="rt-control"
        [id]="id"
        [disabled]="disabled()"
        [attr.aria-required]="required() ? true : null"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-describedby]="describedBy()"
        (change)="value.set(control.value)"
        (blur)="leave()"
      >
        @if (!required() || !value()) {
          <option value="" [selected]="!value()">{{ placeholder() }}</option>
        }
        @for (choice of choices(); track choice.value) {
          <option
            [value]="choice.value"
            [selected]="choice.value === value()"
            [disabled]="choice.disabled ?? false"
          >
            {{ choice.label }}
          </option>
        }
      </select>
    </rt-field-frame>
  `,
})
export class SelectField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  readonly placeholder = input('Bitte wählen');
  private readonly control = viewChild.required<ElementRef<HTMLSelectElement>>('control');

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
