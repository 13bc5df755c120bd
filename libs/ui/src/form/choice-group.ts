import { Component, input, output } from '@angular/core';
import { mdiAlertCircle } from '@mdi/js';
import { Icon } from '../icon/icon';
import type { Choice } from './select-field';

/** A few choices, all visible at once, under one legend. Used by the fields, not by pages. */
@Component({
  selector: 'rt-choice-group',
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
        <p class="rt-hint" [id]="for() + '-hint'">{{ words }}</p>
      }
      <div class="choices" [class.column]="column()">
        @for (choice of choices(); track choice.value) {
          <label class="choice">
            <input
              [type]="type()"
              [name]="for()"
              [checked]="chosen().includes(choice.value)"
              [disabled]="disabled() || (choice.disabled ?? false)"
              (change)="toggled.emit(choice.value)"
              (blur)="left.emit()"
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
        <p class="rt-error" [id]="for() + '-error'"><rt-icon [path]="sign" />{{ words }}</p>
      }
    </fieldset>
  `,
  styleUrl: './choice-group.scss',
})
export class ChoiceGroup {
  readonly for = input.required<string>();
  readonly type = input.required<'radio' | 'checkbox'>();
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly hint = input<string>();
  readonly required = input(false);
  readonly disabled = input(false);
  readonly column = input(false);
  readonly error = input<string | null>(null);
  readonly describedBy = input<string | null>(null);
  readonly toggled = output<string>();
  readonly left = output<void>();
  protected readonly sign = mdiAlertCircle;
}
