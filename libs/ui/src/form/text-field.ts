import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** One line of text: `<rt-text-field label="Name" [formField]="form.name" />` */
@Component({
  selector: 'rt-text-field',
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
      <input
        #control
        class="rt-control"
        [id]="id"
        [type]="type()"
        [value]="value()"
        [disabled]="disabled()"
        [autocomplete]="autocomplete()"
        [placeholder]="placeholder()"
        [attr.inputmode]="inputmode()"
        [attr.aria-required]="required() ? true : null"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-describedby]="describedBy()"
        (input)="value.set(control.value)"
        (blur)="leave()"
      />
    </rt-field-frame>
  `,
})
export class TextField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'tel' | 'url' | 'password' | 'search'>('text');
  readonly autocomplete = input<AutoFill>('off');
  readonly placeholder = input('');
  readonly inputmode = input<'numeric' | 'decimal' | null>(null);
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
