import { Directive, TemplateRef, inject, input } from '@angular/core';
import type { KeptEntry } from './kept-list-data';

/** What an entry shows: `<ng-template [rtKeptEntry]="fields.entries()" let-field>` (typed by the entries). */
@Directive({ selector: 'ng-template[rtKeptEntry]' })
export class KeptEntryBody<Entry extends KeptEntry> {
  /** Only read by the type checker. */
  readonly rtKeptEntry = input.required<readonly Entry[]>();
  readonly template = inject<TemplateRef<{ $implicit: Entry }>>(TemplateRef);

  static ngTemplateContextGuard<Entry extends KeptEntry>(
    _body: KeptEntryBody<Entry>,
    _context: unknown,
  ): _context is { $implicit: Entry } {
    return true;
  }
}
