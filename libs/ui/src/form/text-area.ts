import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** Several lines of text; the field grows with what is written. */
@Component({
  selector: 'rt-text-area',
  imports: [FieldFrame],
  template: `
    <rt-field-frame
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [required]="required()"
      [error]="error()"
      [left]="left(value().length)"
    >
      <textarea
        #control
        class="rt-control"
        [id]="id"
        [rows]="rows()"
        [value]="value()"
        [disabled]="disabled()"
        [placeholder]="placeholder()"
        [attr.aria-required]="required() ? true : null"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-describedby]="describedBy()"
        (input)="value.set(control.value)"
        (blur)="leave()"
      ></textarea>
    </rt-field-frame>
  `,
})
export class TextArea extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly rows = input(4);
  readonly placeholder = input('');
  private readonly control = viewChild.required<ElementRef<HTMLTextAreaElement>>('control');

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
