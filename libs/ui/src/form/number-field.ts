import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import { transformedValue, type FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';
import { germanDecimal, wholeNumber } from './german-decimal';

/** A number, typed the German way; a text field with digits, because spinners change values when somebody scrolls. */
@Component({
  selector: 'rt-number-field',
  imports: [FieldFrame],
  template: `
    <rt-field-frame [for]="id" [label]="label()" [hint]="hint()" [required]="required()" [error]="error()">
      <div class="pair">
        <input
          #control
          class="rt-control rt-number"
          [attr.inputmode]="decimals() ? 'decimal' : 'numeric'"
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
  /** Digits allowed behind the comma; with some, a minus is allowed as well. */
  readonly decimals = input(0);
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected readonly text = transformedValue(this.value, {
    parse: (raw: string) => {
      const typed = raw.trim();
      if (!typed) return { value: null };
      const value = this.decimals() === 0 ? wholeNumber(typed) : germanDecimal(typed, this.decimals());
      if (value !== null) return { value };
      const message = this.decimals() === 0 ? 'Bitte geben Sie eine ganze Zahl an.' : this.likeThis();
      return { error: { kind: 'number', message } };
    },
    format: (value: number | null) => {
      if (value === null) return '';
      if (this.decimals() === 0) return String(value);
      return value.toLocaleString('de-DE', { maximumFractionDigits: this.decimals(), useGrouping: false });
    },
  });

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }

  private likeThis(): string {
    const example = (12.5).toLocaleString('de-DE', { minimumFractionDigits: Math.min(2, this.decimals()) });
    return `Bitte geben Sie eine Zahl an, zum Beispiel ${example}.`;
  }
}
