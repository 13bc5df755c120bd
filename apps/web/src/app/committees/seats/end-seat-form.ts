import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { CommitteeSeatView } from '@runder-tisch/domain/committees';
import { EndCommitteeSeat } from '@runder-tisch/domain/committees/seat-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { CheckboxField, DateField, ErrorSummary } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Somebody leaves: the seat stays vacant for whoever follows, or goes. */
@Component({
  selector: 'rt-end-seat-form',
  imports: [CheckboxField, DateField, ErrorSummary, FormField, SidePanel],
  template: `
    <rt-side-panel heading="Sitz beenden" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <p>{{ seat().person?.name || 'Unbesetzter Sitz' }}{{ seat().office ? ', ' + seat().office : '' }}</p>
        <rt-date-field label="Letzter Tag" [formField]="entry.fields.toDay" />
        @if (seat().person) {
          <rt-checkbox-field
            label="Der Sitz bleibt und wird nachbesetzt"
            hint="Er steht ab dem Tag danach als unbesetzt in der Liste; die Vertretung bleibt bestehen."
            [formField]="entry.fields.keepSeat"
          />
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Beenden</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class EndSeatForm {
  readonly seat = input.required<CommitteeSeatView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ScreenClock);
  protected readonly entry = requestForm(EndCommitteeSeat, {}, { about: () => this.seat().id });

  constructor() {
    effect(() => {
      const keepSeat = this.seat().person !== null;
      untracked(() => this.entry.reset({ toDay: berlinDay(this.clock.now()), keepSeat }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.seat();
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/committee-seats/${id}/end`, version, request),
    );
    if (!done) return;
    this.toasts.say('Der Sitz ist beendet.');
    this.saved.emit();
  }
}
