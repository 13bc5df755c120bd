import { Component, ElementRef, booleanAttribute, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ChoiceGroup } from './choice-group';
import { FieldBase } from './field-base';
import type { Choice } from './select-field';

/** One out of a few, all visible at once; with `column` each choice may explain itself. */
@Component({
  selector: 'rt-radio-field',
  imports: [ChoiceGroup],
  template: `
    <rt-choice-group
      type="radio"
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [required]="required()"
      [disabled]="disabled()"
      [error]="error()"
      [describedBy]="describedBy()"
      [choices]="choices()"
      [chosen]="[value()]"
      [column]="column()"
      (toggled)="value.set($event)"
      (left)="leave()"
    />
  `,
  styles: ':host { display: block; }',
})
export class RadioField extends FieldBase implements FormValueControl<string> {
  readonly value = model<string>('');
  readonly choices = input.required<readonly Choice[]>();
  readonly column = input(false, { transform: booleanAttribute });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  focus(options?: FocusOptions): void {
    this.host.nativeElement.querySelector('input')?.focus(options);
  }
}
