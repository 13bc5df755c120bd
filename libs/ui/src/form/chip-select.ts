import { Component, ElementRef, booleanAttribute, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { mdiAlertCircle } from '@mdi/js';
import { Icon } from '../icon/icon';
import { FieldBase } from './field-base';
import type { Choice } from './select-field';

/** Several out of a short list, all visible at once: Handlungsfelder, kinds, tags. */
@Component({
  selector: 'rt-chip-select',
  imports: [Icon],
  template: `
    <fieldset [attr.aria-describedby]="describedBy()" [attr.aria-invalid]="error() ? true : null">
      <legend class="rt-label">
        {{ label() }}
        @if (required()) {
          <span class="rt-needed" aria-hidden="true">*</span>
        }
      </legend>
      @if (hint(); as words) {
        <p class="rt-hint" [id]="id + '-hint'">{{ words }}</p>
      }
      <div class="choices" [class.column]="column()">
        @for (choice of choices(); track choice.value) {
          <label class="choice">
            <input
              type="checkbox"
              [name]="id"
              [checked]="value().includes(choice.value)"
              [disabled]="disabled() || (choice.disabled ?? false)"
              (change)="toggle(choice.value)"
              (blur)="touch.emit()"
            />
            <span>
              {{ choice.label }}
              @if (choice.hint) {
                <small>{{ choice.hint }}</small>
              }
            </span>
          </label>
        }
      </div>
      @if (error(); as words) {
        <p class="rt-error" [id]="id + '-error'"><rt-icon [path]="sign" />{{ words }}</p>
      }
    </fieldset>
  `,
  styleUrl: './choice-group.scss',
})
export class ChipSelect extends FieldBase implements FormValueControl<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly choices = input.required<readonly Choice[]>();
  readonly column = input(false, { transform: booleanAttribute });
  protected readonly sign = mdiAlertCircle;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  focus(options?: FocusOptions): void {
    this.host.nativeElement.querySelector('input')?.focus(options);
  }

  protected toggle(chosen: string): void {
    const value = this.value();
    this.value.set(value.includes(chosen) ? value.filter((entry) => entry !== chosen) : [...value, chosen]);
  }
}
