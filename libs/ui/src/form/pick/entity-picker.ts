import { Component, computed, input, model, output, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Combobox, type Lookup, type PickItem } from './combobox';
import { FieldBase } from '../field-base';
import { FieldFrame } from '../field-frame';

/**
 * One person, organisation or network out of many, found by typing. The value is its id or "";
 * `chosen` names what is already there when the form opens.
 */
@Component({
  selector: 'rt-entity-picker',
  imports: [Combobox, FieldFrame],
  template: `
    <rt-field-frame [for]="id" [label]="label()" [hint]="hint()" [required]="required()" [error]="error()">
      <rt-combobox
        [inputId]="id"
        [lookup]="lookup()"
        [text]="title()"
        [placeholder]="placeholder()"
        [disabled]="disabled()"
        [required]="required()"
        [invalid]="!!error()"
        [describedBy]="describedBy()"
        [createLabel]="createLabel()"
        (picked)="take($event)"
        (create)="create.emit($event)"
        (cleared)="value.set('')"
        (touched)="leave()"
      />
    </rt-field-frame>
  `,
})
export class EntityPicker extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly lookup = input.required<Lookup>();
  readonly chosen = input<PickItem | null>(null);
  readonly placeholder = input('Tippen zum Suchen');
  readonly createLabel = input<string | null>(null);
  readonly picked = output<PickItem>();
  readonly create = output<string>();
  private readonly taken = signal<PickItem | null>(null);
  private readonly combobox = viewChild.required(Combobox);

  protected readonly title = computed(
    () => [this.taken(), this.chosen()].find((item) => item && item.id === this.value())?.title ?? '',
  );

  protected take(item: PickItem): void {
    this.taken.set(item);
    this.value.set(item.id);
    this.picked.emit(item);
  }

  focus(options?: FocusOptions): void {
    this.combobox().focus(options);
  }
}
