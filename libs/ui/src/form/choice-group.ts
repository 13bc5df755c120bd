import { Component, computed, input, output, signal } from '@angular/core';
import { mdiAlertCircle, mdiChevronDown, mdiChevronUp } from '@mdi/js';
import { Icon } from '../icon/icon';
import type { Choice } from './select-field';

/** As many as one takes in at a glance. */
const FEW = 6;

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
      @if (folds()) {
        <button
          type="button"
          class="rt-button rt-small fold"
          [disabled]="disabled()"
          [attr.aria-expanded]="open()"
          (click)="open.set(!open())"
        >
          <rt-icon [path]="open() ? icons.close : icons.open" />{{ foldLabel() }}
        </button>
      }
      <div class="choices" [class.column]="column()">
        @for (choice of shown(); track choice.value) {
          <label class="choice">
            <input
              [type]="type()"
              [name]="for()"
              [checked]="chosen().includes(choice.value)"
              [disabled]="disabled() || (choice.disabled ?? false)"
              (change)="choose(choice.value)"
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
  readonly foldable = input(false);
  readonly error = input<string | null>(null);
  readonly describedBy = input<string | null>(null);
  readonly toggled = output<string>();
  readonly left = output<void>();
  protected readonly sign = mdiAlertCircle;
  protected readonly icons = { open: mdiChevronDown, close: mdiChevronUp };

  protected readonly open = signal(false);
  protected readonly folds = computed(() => this.foldable() && this.choices().length > FEW);
  protected readonly shown = computed(() =>
    this.folds() && !this.open()
      ? this.choices().filter((choice) => this.chosen().includes(choice.value))
      : this.choices(),
  );
  protected readonly foldLabel = computed(() => {
    if (this.open()) return 'Einklappen';
    const count = this.choices().length;
    return this.shown().length ? `Alle ${count} zeigen` : `Aus ${count} wählen`;
  });

  /** Unfolds, so that what somebody unticks does not vanish from under their hand. */
  protected choose(value: string): void {
    this.open.set(true);
    this.toggled.emit(value);
  }
}
