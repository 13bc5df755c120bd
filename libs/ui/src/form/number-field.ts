import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import { transformedValue, type FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** A whole number, typed; a text field with digits, because spinners change values when somebody scrolls. */
@Component({
  selector: 'rt-number-field',
  imports: [FieldFrame],
  template: `
    <rt-field-frame [for]="id" [label]="label()" [hint]="hint()" [required]="required()" [error]="error()">
      <div class="pair">
        <input
          #control
          class="rt-control rt-number"
          inputmode="numeric"
          autocomplete="off"
          [id]="id"
          [value]="text()"
          [disabled]="disabled()"
          [attr.aria-required]="required() ? true : null"
          [attr.aria-invalid]="error() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (input)="text.set(control.value)"
          (blur)="leave()"
        />
        @if (unit(); as words) {
          <span class="rt-quiet">{{ words }}</span>
        }
      </div>
    </rt-field-frame>
  `,
  styles: `
    .pair {
      display: flex;
      align-items: center;
      gap: 10px;
    }
    input {
      max-width: 110px;
    }
  `,
})
export class NumberField extends FieldBase implements FormValueControl<number | null> {
  readonly value = model<number | null>(null);
  /** "Monate", behind the field. */
  readonly unit = input<string>();
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected readonly text = transformedValue(this.value, {
    parse: (raw: string) => {
      const digits = raw.trim();
      if (!digits) return { value: null };
      if (/^\d{1,9}$/.test(digits)) return { value: Number(digits) };
      return { error: { kind: 'number', message: 'Bitte geben Sie eine ganze Zahl an.' } };
    },
    format: (value: number | null) => (value === null ? '' : String(value)),
  });

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
