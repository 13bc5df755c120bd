import {
  CdkDrag,
  CdkDragHandle,
  CdkDropList,
  moveItemInArray,
  type CdkDragDrop,
} from '@angular/cdk/drag-drop';
import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  ElementRef,
  afterNextRender,
  Injector,
  booleanAttribute,
  computed,
  contentChild,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { mdiChevronDown, mdiChevronUp, mdiDragVertical } from '@mdi/js';
import { Icon } from '@runder-tisch/ui/icon';
import { KeptEntryBody } from './kept-entry';
import type { KeptEntry } from './kept-list-data';

/**
 * A list that planners keep in an order: drag with the mouse, up and down with the keyboard. Those no longer used
 * stand below. What an entry shows comes as `<ng-template [rtKeptEntry]="entries()" let-entry>`.
 */
@Component({
  selector: 'rt-kept-list',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, Icon, NgTemplateOutlet],
  templateUrl: './kept-list.html',
  styleUrl: './kept-list.scss',
})
export class KeptList<Entry extends KeptEntry> {
  readonly label = input.required<string>();
  readonly entries = input.required<readonly Entry[]>();
  readonly loading = input(false);
  readonly mayChange = input(false, { transform: booleanAttribute });
  /** Without it the order is the alphabet's and cannot be changed. */
  readonly ordered = input(false, { transform: booleanAttribute });
  readonly orderChange = output<readonly string[]>();
  readonly edit = output<Entry>();

  protected readonly body = contentChild(KeptEntryBody<Entry>);
  protected readonly icons = { up: mdiChevronUp, down: mdiChevronDown, handle: mdiDragVertical };
  protected readonly active = computed(() => this.entries().filter((entry) => entry.active));
  protected readonly inactive = computed(() => this.entries().filter((entry) => !entry.active));
  protected readonly movable = computed(() => this.ordered() && this.mayChange() && this.active().length > 1);
  /** Said to screen readers after a move. */
  protected readonly moved = signal('');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected drop(event: CdkDragDrop<unknown>): void {
    if (event.previousIndex !== event.currentIndex) this.move(event.previousIndex, event.currentIndex);
  }

  protected step(entry: Entry, by: -1 | 1): void {
    const from = this.active().indexOf(entry);
    const to = from + by;
    if (to < 0 || to >= this.active().length) return;
    this.move(from, to);
    // At the end of the list its button is switched off, so the focus goes to the other one.
    const atEnd = to === 0 || to === this.active().length - 1;
    const button = atEnd ? (by === 1 ? 'up' : 'down') : by === 1 ? 'down' : 'up';
    afterNextRender(
      () =>
        this.host.nativeElement.querySelector<HTMLElement>(`[data-move="${button}-${entry.id}"]`)?.focus(),
      { injector: this.injector },
    );
  }

  private move(from: number, to: number): void {
    const order = [...this.active()];
    const entry = order[from];
    moveItemInArray(order, from, to);
    if (entry) this.moved.set(`${entry.name}: jetzt Platz ${to + 1} von ${order.length}.`);
    this.orderChange.emit([...order, ...this.inactive()].map((it) => it.id));
  }
}
