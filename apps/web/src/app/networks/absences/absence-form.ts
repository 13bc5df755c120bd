import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { AbsencesView } from '@runder-tisch/domain/networks/absences';
import { EnterAbsence } from '@runder-tisch/domain/networks/absences/absence-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** From when until when, and who. */
@Component({
  selector: 'rt-absence-form',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel heading="Abwesenheit eintragen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (view().forOthers) {
          <rt-select-field
            label="Wer ist abwesend?"
            [placeholder]="view().self ? 'Ich selbst' : 'Bitte wählen'"
            [choices]="people()"
            [formField]="entry.fields.personId"
          />
        }
        <div class="rt-form-pair">
          <rt-date-field label="Erster Tag" [formField]="entry.fields.fromDay" />
          <rt-date-field label="Letzter Tag" [formField]="entry.fields.toDay" />
        </div>
        <rt-select-field
          label="Wer vertritt?"
          hint="Zur Wahl steht, wer selbst einen Zugang als Koordination hat. Mails zu Terminen der Netzwerke nennen die Vertretung."
          [choices]="deputies()"
          [formField]="entry.fields.deputyPersonId"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Eintragen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class AbsenceForm {
  readonly view = input.required<AbsencesView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly entry = requestForm(EnterAbsence, { fromDay: this.today });
  protected readonly people = computed(() =>
    this.view().coordinators.map(({ id, name }) => ({ value: id, label: name })),
  );
  /** Nobody stands in for themselves. */
  protected readonly deputies = computed(() => {
    const away = this.entry.model().personId || this.view().self;
    return this.people().filter(({ value }) => value !== away);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) =>
      this.api.create('/api/absences', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say('Die Vertretung ist eingetragen.');
    this.saved.emit();
  }
}
