import { Directive, TemplateRef, inject, input } from '@angular/core';

/** One column's cell: `<ng-template rtCell="name" [rtCellOf]="rows()" let-row>…</ng-template>` (typed by rows). */
@Directive({ selector: 'ng-template[rtCell]' })
export class Cell<Row> {
  readonly rtCell = input.required<string>();
  /** Only read by the type checker, so that `row` has the row's type. */
  readonly rtCellOf = input.required<readonly Row[]>();
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(_cell: Cell<Row>, _context: unknown): _context is { $implicit: Row } {
    return true;
  }
}
