import { Directive, computed, input, output } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';

let made = 0;

/** What every field of a form takes; `[formField]` fills errors, touched, required and disabled by itself. */
@Directive({ host: { '[attr.data-label]': 'label()' } })
export abstract class FieldBase {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = input(false);
  readonly dirty = input(false);
  readonly disabled = input(false);
  readonly required = input(false);
  readonly maxLength = input<number | undefined>();
  readonly touch = output<void>();

  readonly id = `rt-field-${++made}`;
  protected readonly error = computed(() => (this.touched() ? (this.errors()[0]?.message ?? null) : null));
  protected readonly describedBy = computed(() => {
    const ids = [this.hint() ? `${this.id}-hint` : '', this.error() ? `${this.id}-error` : ''].filter(
      Boolean,
    );
    return ids.length ? ids.join(' ') : null;
  });
  /** Whoever only walks through an empty field is not told that it is empty; sending tells. */
  protected leave(): void {
    if (this.dirty()) this.touch.emit();
  }

  /** Shown when the text comes near its limit; before that nobody needs to count. */
  protected left(length: number): string | null {
    const limit = this.maxLength();
    if (!limit || length < limit * 0.8) return null;
    return length > limit ? `${length - limit} Zeichen zu viel` : `noch ${limit - length} Zeichen`;
  }
}
