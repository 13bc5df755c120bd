import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FindingView } from '@runder-tisch/domain/findings';
import { AddEvidence } from '@runder-tisch/domain/findings/findings-requests';
import { EntitiesPicker, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { FindingLookups } from '../finding-lookups';

/** Several sources at once that speak for a Befund. */
@Component({
  selector: 'rt-evidence-form',
  imports: [EntitiesPicker, ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Belege hinzufügen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-entities-picker
          label="Hinweise"
          hint="Nur geprüfte. Suchen Sie nach Wörtern oder nach der Nummer."
          [lookup]="lookups.feedback"
          [formField]="entry.fields.feedbackIds"
        />
        <rt-entities-picker
          label="Argumente"
          hint="Mit allen Hinweisen, die es tragen."
          [lookup]="lookups.arguments"
          [formField]="entry.fields.argumentIds"
        />
        <rt-entities-picker
          label="Ergebnisse von Formaten"
          [lookup]="lookups.formats"
          [formField]="entry.fields.formatIds"
        />
        <rt-entities-picker
          label="Angebote"
          hint="Zum Beispiel eines mit langer Wartezeit."
          [lookup]="lookups.services"
          [formField]="entry.fields.serviceIds"
        />
        <rt-text-field
          label="Schweigen"
          hint="Wer gefragt war und nicht zu hören ist, etwa „Von Pflegenden unter 40 Jahren kam nichts.“"
          [formField]="entry.fields.silence"
        />
        <rt-text-area label="Anmerkung dazu" [rows]="2" [formField]="entry.fields.note" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Hinzufügen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class EvidenceForm {
  readonly of = input.required<FindingView>();
  readonly closed = output<void>();
  readonly saved = output<FindingView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(FindingLookups);
  protected readonly entry = requestForm(AddEvidence, {}, { about: () => this.of().id });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view = this.of();
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<FindingView>(`/api/findings/${view.id}/evidence`, null, request);
    });
    if (!done) return;
    this.toasts.say('Belege hinzugefügt.');
    this.saved.emit(view);
  }
}
