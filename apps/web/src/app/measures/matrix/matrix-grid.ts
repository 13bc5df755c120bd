import { Component, computed, ElementRef, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@runder-tisch/ui/icon';
import { matrixSigns, moved, type Place, type Sheet } from './matrix-sheet';
import { media } from './media';

/** So many narrow columns stand side by side on a sheet of A4. */
const ON_PAPER = 16;
/** Up to here a column has room for its words. */
const ROOMY = 6;

/**
 * Rows, columns, a mark where one led to the other. One stop of the tab key: from there arrows walk, Enter opens. On
 * paper many columns become several tables, each with its heads and a key to its columns.
 */
@Component({
  selector: 'rt-matrix-grid',
  imports: [Icon, RouterLink],
  templateUrl: './matrix-grid.html',
  styleUrl: './matrix-grid.scss',
  host: { '(keydown)': 'walk($event)', '(focusin)': 'reached($event)' },
})
export class MatrixGrid {
  readonly sheet = input.required<Sheet>();
  /** What this matrix shows, for those who hear it. */
  readonly label = input.required<string>();
  /** What stands in the rows, in the plural. */
  readonly rowWord = input.required<string>();
  /** All there are, shown or not. */
  readonly rowsTotal = input.required<number>();
  readonly columnsTotal = input.required<number>();
  readonly columnsBefore = input.required<number>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly printing = media('print');
  protected readonly signs = matrixSigns;
  /** Where the tab key stops: it stays while rows come in, and begins anew with other columns. */
  protected readonly at = linkedSignal<string, Place>({
    source: () => [this.label(), ...this.sheet().columns.map(({ id }) => id)].join(' '),
    computation: (source, before) => (before?.source === source ? before.value : { row: 1, column: 0 }),
  });
  protected readonly blocks = computed(() => {
    const { columns } = this.sheet();
    const width = this.printing() && columns.length > ON_PAPER ? ON_PAPER : Math.max(columns.length, 1);
    const starts = Array.from(
      { length: Math.max(Math.ceil(columns.length / width), 1) },
      (_, index) => index * width,
    );
    return starts.map((from) => ({ from, columns: columns.slice(from, from + width), until: from + width }));
  });
  protected readonly roomy = computed(() => this.sheet().columns.length <= ROOMY);

  protected stop(row: number, column: number): 0 | -1 {
    const at = this.at();
    return at.row === row && at.column === column ? 0 : -1;
  }

  protected walk(event: KeyboardEvent): void {
    if (event.metaKey || event.altKey || event.shiftKey) return;
    const { rows, columns } = this.sheet();
    const last = { row: rows.length, column: columns.length };
    const next = moved(event.key, event.ctrlKey, this.at(), last);
    if (!next) return;
    event.preventDefault();
    this.at.set(next);
    this.host.nativeElement.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus();
  }

  /** Whoever points with the mouse goes on from there with the keys. */
  protected reached(event: FocusEvent): void {
    const [row, column] = (event.target as HTMLElement).dataset['at']?.split(' ').map(Number) ?? [];
    if (row !== undefined && column !== undefined) this.at.set({ row, column });
  }
}
