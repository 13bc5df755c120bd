import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type MeasureView, reportedStatuses, reportedStatusLabels } from '@runder-tisch/domain/measures';
import { ReportProgress } from '@runder-tisch/domain/measures/measures-requests';
import { DateField, ErrorSummary, RadioField, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** How it goes, said by those in charge. */
@Component({
  selector: 'rt-progress-form',
  imports: [DateField, ErrorSummary, FormField, RadioField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Sachstand angeben" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-radio-field label="Wie geht es voran?" [choices]="choices" [formField]="entry.fields.standing" />
        <rt-text-area
          label="Was ist geschehen, was fehlt?"
          hint="Ein, zwei Sätze genügen. Bitte keine Namen von Betroffenen."
          [formField]="entry.fields.words"
        />
        <rt-date-field
          label="Voraussichtlich umgesetzt am"
          hint="Nur wenn es ein anderer Tag ist als vereinbart."
          [formField]="entry.fields.expectedEnd"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Sachstand senden</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ProgressForm {
  readonly of = input.required<MeasureView>();
  readonly closed = output<void>();
  readonly reported = output<MeasureView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(ReportProgress, {}, { about: () => this.of().id });
  protected readonly choices = reportedStatuses.map((value) => ({
    value,
    label: reportedStatusLabels[value],
  }));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view: MeasureView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.create<MeasureView>(
        `/api/measures/${this.of().id}/progress`,
        request,
        this.entry.intent(),
      );
    });
    if (!done || !view) return;
    this.toasts.say('Ihr Sachstand ist angekommen.');
    this.reported.emit(view);
  }
}
