import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { mdiAlertOutline } from '@mdi/js';
import type { ImportRowView } from '@runder-tisch/domain/imports';
import { importLimits } from '@runder-tisch/domain/imports';
import { Icon } from '@runder-tisch/ui/icon';
import { actingInPlace } from '../http/acting';
import { Api } from '../http/api';
import { keptObject } from '../object-page/kept-object';

/** One row of the list to be put right: Enter checks it again, Escape leaves it as it was. */
@Component({
  selector: 'rt-import-row-editor',
  imports: [Icon],
  host: { '(keydown.escape)': 'leave($event)' },
  template: `
    <form class="editor" [attr.aria-label]="'Zeile ' + line() + ' ändern'" (submit)="save($event)">
      @if (kept.view(); as row) {
        <div class="cells">
          @for (cell of row.cells; track cell.column) {
            <div>
              <label class="rt-label" [for]="idOf(cell.column)">{{ cell.heading }}</label>
              <input
                #value
                class="rt-control"
                [id]="idOf(cell.column)"
                [value]="cell.value"
                [maxLength]="most"
                [attr.aria-describedby]="cell.original === null ? null : idOf(cell.column) + '-file'"
                (input)="typed(cell.column, value.value)"
              />
              @if (cell.original !== null) {
                <span class="rt-hint" [id]="idOf(cell.column) + '-file'">
                  In der Datei: {{ cell.original || 'leer' }}
                </span>
              }
            </div>
          }
        </div>
        @if (act.refusal(); as says) {
          <p class="rt-note rt-note-negative" role="alert"><rt-icon [path]="icon" />{{ says }}</p>
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="act.busy() || !changes().length">
            {{ act.busy() ? 'Wird geprüft …' : 'Zeile neu prüfen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      } @else if (kept.problem(); as failed) {
        <p class="rt-note rt-note-negative" role="alert"><rt-icon [path]="icon" />{{ failed.says }}</p>
      } @else {
        <p role="status">Die Zeile wird geladen …</p>
      }
    </form>
  `,
  styles: `
    .editor {
      display: grid;
      gap: 12px;
      margin-top: 10px;
      padding: 12px 14px;
      border: 1px solid var(--rt-line-strong);
      border-radius: var(--rt-radius);
    }
    .cells {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
      gap: 12px 16px;
    }
  `,
})
export class ImportRowEditor {
  readonly id = input.required<string>();
  readonly line = input.required<number>();
  readonly corrected = output<void>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly icon = mdiAlertOutline;
  protected readonly most = importLimits.cellCharacters;
  protected readonly act = actingInPlace();
  private readonly path = computed(() => `/api/imports/${this.id()}/rows/${this.line()}`);
  protected readonly kept = keptObject<ImportRowView>(() => this.path());
  private readonly drafts = signal<ReadonlyMap<number, string>>(new Map());
  protected readonly changes = computed(() =>
    (this.kept.view()?.cells ?? []).flatMap(({ column, value }) => {
      const draft = this.drafts().get(column);
      return draft === undefined || draft === value ? [] : [{ column, value: draft }];
    }),
  );

  constructor() {
    // The row comes in a moment; when it is there its first cell has the keyboard, once.
    const begin = afterRenderEffect(() => {
      if (!this.kept.view()) return;
      this.host.nativeElement.querySelector('input')?.focus();
      begin.destroy();
    });
  }

  protected idOf(column: number): string {
    return `cell-${this.line()}-${column}`;
  }

  protected typed(column: number, value: string): void {
    this.drafts.update((drafts) => new Map(drafts).set(column, value));
  }

  protected leave(event: Event): void {
    event.stopPropagation();
    this.closed.emit();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const cells = this.changes();
    if (this.act.busy() || cells.length === 0) return;
    if (await this.act(() => this.api.act(this.path(), null, { cells }), 'Die Zeile wurde neu geprüft.'))
      this.corrected.emit();
  }
}
