import { Component, computed, input, model, output, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { mdiClose } from '@mdi/js';
import { Icon } from '../../icon/icon';
import { Combobox, type Lookup, type PickItem } from './combobox';
import { FieldBase } from '../field-base';
import { FieldFrame } from '../field-frame';

/** Several people, organisations or networks; what is chosen stands as chips above the field. Value: ids. */
@Component({
  selector: 'rt-entities-picker',
  imports: [Combobox, FieldFrame, Icon],
  template: `
    <rt-field-frame [for]="id" [label]="label()" [hint]="hint()" [required]="required()" [error]="error()">
      @if (items().length) {
        <ul class="chips" [attr.aria-label]="label() + ': gewählt'">
          @for (item of items(); track item.id) {
            <li>
              {{ item.title }}
              <button type="button" [attr.aria-label]="item.title + ' entfernen'" (click)="remove(item.id)">
                <rt-icon [path]="close" />
              </button>
            </li>
          }
        </ul>
      }
      <rt-combobox
        [inputId]="id"
        [lookup]="lookup()"
        [placeholder]="placeholder()"
        [disabled]="disabled()"
        [required]="required()"
        [invalid]="!!error()"
        [describedBy]="describedBy()"
        [except]="value()"
        [createLabel]="createLabel()"
        (picked)="add($event)"
        (create)="create.emit($event)"
        (backspaced)="removeLast()"
        (touched)="leave()"
      />
    </rt-field-frame>
  `,
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 7px;
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      padding: 2px 4px 2px 11px;
      border-radius: var(--rt-radius-round);
      background: var(--rt-accent-soft);
      color: var(--rt-accent-strong);
      font-weight: 550;
    }
    li button {
      display: grid;
      place-items: center;
      width: 26px;
      height: 26px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      cursor: pointer;
    }
    li button:hover {
      background: var(--rt-surface-raised);
    }
    li rt-icon {
      width: 16px;
      height: 16px;
    }
  `,
})
export class EntitiesPicker extends FieldBase implements FormValueControl<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly lookup = input.required<Lookup>();
  /** Names of what is already chosen when the form opens. */
  readonly chosen = input<readonly PickItem[]>([]);
  readonly placeholder = input('Tippen zum Suchen');
  readonly createLabel = input<string | null>(null);
  readonly create = output<string>();
  readonly picked = output<PickItem>();
  protected readonly close = mdiClose;
  private readonly taken = signal<readonly PickItem[]>([]);
  private readonly combobox = viewChild.required(Combobox);

  protected readonly items = computed(() => {
    const known = new Map([...this.chosen(), ...this.taken()].map((item) => [item.id, item]));
    return this.value().map((id) => known.get(id) ?? { id, title: '…' });
  });

  protected add(item: PickItem): void {
    this.taken.update((items) => [...items, item]);
    this.value.update((ids) => [...ids, item.id]);
    this.picked.emit(item);
  }

  protected remove(id: string): void {
    this.value.update((ids) => ids.filter((entry) => entry !== id));
    this.combobox().focus();
  }

  protected removeLast(): void {
    this.value.update((ids) => ids.slice(0, -1));
  }

  focus(options?: FocusOptions): void {
    this.combobox().focus(options);
  }
}
