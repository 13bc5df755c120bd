import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, computed, contentChildren, inject, input, output } from '@angular/core';
import { mdiArrowDown, mdiArrowUp, mdiUnfoldMoreHorizontal } from '@mdi/js';
import { Icon } from '../icon/icon';
import { Cell } from './cell';

export interface Column {
  key: string;
  /** Empty above a column of buttons: readers hear "Aktion", the eye needs no word. */
  label: string;
  /** The name the server sorts by; without it the head is plain text. */
  sort?: string;
  width?: string;
  align?: 'end';
  /** On a phone a row is a card: `plain` leaves the column's label away there, `hidden` the column itself (and where a table gets narrow). */
  card?: 'plain' | 'hidden';
}

/**
 * A list of things as a table: sortable heads, room reserved while loading, cards on a phone. The first link
 * of a row with the class `rt-row-link` opens it wherever one clicks; arrow keys or J and K walk the rows.
 *
 * Rows need a stable `id`. Cells come as `<ng-template rtCell="key" [rtCellOf]="rows()" let-row>`.
 */
@Component({
  selector: 'rt-data-list',
  imports: [Icon, NgTemplateOutlet],
  templateUrl: './data-list.html',
  styleUrl: './data-list.scss',
})
export class DataList<Row extends { id: string }> {
  readonly label = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly loading = input(false);
  readonly total = input<number | null>(null);
  readonly hasMore = input(false);
  /** "name" or "-name", as it stands in the address. */
  readonly sort = input<string | undefined>();
  readonly sortChange = output<string>();
  readonly more = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly cells = contentChildren(Cell<Row>);
  protected readonly icons = { up: mdiArrowUp, down: mdiArrowDown, both: mdiUnfoldMoreHorizontal };
  protected readonly skeleton = Array.from({ length: 8 }, (_, index) => index);

  protected readonly heads = computed(() =>
    this.columns().map((column) => ({
      ...column,
      direction: this.directionOf(column),
      template: this.cells().find((cell) => cell.rtCell() === column.key)?.template ?? null,
    })),
  );

  private directionOf(column: Column): 'ascending' | 'descending' | 'none' | null {
    if (!column.sort) return null;
    if (this.sort() === column.sort) return 'ascending';
    return this.sort() === `-${column.sort}` ? 'descending' : 'none';
  }

  protected sortBy(column: Column): void {
    if (!column.sort) return;
    this.sortChange.emit(this.sort() === column.sort ? `-${column.sort}` : column.sort);
  }

  protected walk(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.matches('input, textarea, select, [contenteditable]')) return;
    const links = [...this.host.nativeElement.querySelectorAll<HTMLElement>('.rt-row-link')];
    const here = links.findIndex((link) => link.closest('tr')?.contains(target));
    if (here < 0) return;
    const next = nextRow(event.key, here, links.length);
    if (next === null) return;
    event.preventDefault();
    links[next]?.focus();
  }
}

function nextRow(key: string, here: number, count: number): number | null {
  if (key === 'ArrowDown' || key === 'j') return Math.min(here + 1, count - 1);
  if (key === 'ArrowUp' || key === 'k') return Math.max(here - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
