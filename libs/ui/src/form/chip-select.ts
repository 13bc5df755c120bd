import { Component, ElementRef, booleanAttribute, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ChoiceGroup } from './choice-group';
import { FieldBase } from './field-base';
import type { Choice } from './select-field';

/** Several out of a short list, all visible at once: Handlungsfelder, kinds, tags. */
@Component({
  selector: 'rt-chip-select',
  imports: [ChoiceGroup],
  template: `
    <rt-choice-group
      type="checkbox"
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [required]="required()"
      [disabled]="disabled()"
      [error]="error()"
      [describedBy]="describedBy()"
      [choices]="choices()"
      [chosen]="value()"
      [column]="column()"
      [foldable]="foldable()"
      (toggled)="toggle($event)"
      (left)="leave()"
    />
  `,
  styles: ':host { display: block; }',
})
export class ChipSelect extends FieldBase implements FormValueControl<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly choices = input.required<readonly Choice[]>();
  readonly column = input(false, { transform: booleanAttribute });
  /** Many choices stay out of sight until they are wanted; those chosen are always to be seen. */
  readonly foldable = input(false, { transform: booleanAttribute });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  focus(options?: FocusOptions): void {
    this.host.nativeElement.querySelector<HTMLElement>('input, button')?.focus(options);
  }

  protected toggle(chosen: string): void {
    const value = this.value();
    this.value.set(value.includes(chosen) ? value.filter((entry) => entry !== chosen) : [...value, chosen]);
  }
}
