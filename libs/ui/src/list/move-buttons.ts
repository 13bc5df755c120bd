import { Component, input, output } from '@angular/core';
import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import { Icon } from '../icon';

/** One place up or down in an ordered list, by two buttons beside the entry. */
@Component({
  selector: 'rt-move-buttons',
  imports: [Icon],
  template: `
    <button
      type="button"
      class="rt-button rt-plain rt-square rt-small"
      [disabled]="index() === 0"
      [attr.aria-label]="name() + ' nach oben'"
      (click)="moved.emit(-1)"
    >
      <rt-icon [path]="icons.up" />
    </button>
    <button
      type="button"
      class="rt-button rt-plain rt-square rt-small"
      [disabled]="index() === count() - 1"
      [attr.aria-label]="name() + ' nach unten'"
      (click)="moved.emit(1)"
    >
      <rt-icon [path]="icons.down" />
    </button>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class MoveButtons {
  /** What is moved: "Punkt 2", "Begrüßung". */
  readonly name = input.required<string>();
  readonly index = input.required<number>();
  readonly count = input.required<number>();
  readonly moved = output<-1 | 1>();
  protected readonly icons = { up: mdiArrowUp, down: mdiArrowDown };
}

/** The list with one entry taken `by` places further. */
export function withMoved<Item>(items: readonly Item[], index: number, by: number): Item[] {
  const list = [...items];
  list.splice(index + by, 0, ...list.splice(index, 1));
  return list;
}
