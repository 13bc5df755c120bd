import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type DataRequestView,
  type PlannersMove,
  plannersMoveLabels,
} from '@runder-tisch/domain/data-requests';
import { MoveDataRequest } from '@runder-tisch/domain/data-requests/data-requests-requests';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, NumberField, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../forms';
import { Api } from '../http/api';

/** The moves that want a word from a human. */
export const movesWithWords: readonly PlannersMove[] = ['return', 'refuse', 'import'];
const DAYS_FOR_MORE = 14;

@Component({
  selector: 'rt-request-move-form',
  imports: [DateField, ErrorSummary, FormField, NumberField, SidePanel, TextArea],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @switch (move()) {
          @case ('return') {
            <rt-text-area
              label="Was fehlt oder stimmt nicht?"
              hint="Steht in der Mail und auf der Seite, auf der noch einmal geliefert wird."
              [rows]="4"
              [formField]="entry.fields.reason"
            />
            <rt-date-field label="Neue Frist" [formField]="entry.fields.dueOn" />
          }
          @case ('refuse') {
            <p class="rt-note rt-note-warning">Danach kommt zu dieser Anforderung keine Lieferung mehr.</p>
            <rt-text-area
              label="Warum wird nichts geliefert?"
              hint="Zum Beispiel: am Telefon abgesagt, oder nicht mehr gebraucht."
              [rows]="3"
              [formField]="entry.fields.reason"
            />
          }
          @default {
            <p class="rt-quiet">
              Die Zahlen sind in Ihrer Auswertung angekommen. Damit ist die Anforderung abgeschlossen.
            </p>
            <rt-number-field
              label="Übernommene Zeilen"
              hint="Darf leer bleiben."
              [formField]="entry.fields.importedRows"
            />
          }
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ heading() }}</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class RequestMoveForm {
  readonly of = input.required<DataRequestView>();
  readonly move = input.required<PlannersMove>();
  readonly closed = output<void>();
  readonly moved = output<DataRequestView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(
    MoveDataRequest,
    { dueOn: addDays(berlinDay(inject(ScreenClock).now()), DAYS_FOR_MORE) },
    { about: () => `${this.of().id} ${this.move()}` },
  );
  protected readonly heading = computed(() => plannersMoveLabels[this.move()]);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: DataRequestView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<DataRequestView>(`/api/data-requests/${id}/${this.move()}`, version, request);
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.moved.emit(view);
  }
}
