import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { OpenDecisionView } from '@runder-tisch/domain/decisions';
import { ProposeDecision } from '@runder-tisch/domain/decisions/decisions-requests';
import { ErrorSummary, RadioField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';

/** What is proposed to the body that decides. */
@Component({
  selector: 'rt-proposal-form',
  imports: [ErrorSummary, FormField, RadioField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Vorschlag festhalten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (choices().length) {
          <rt-radio-field
            label="Was wird vorgeschlagen?"
            column
            [choices]="choices()"
            [formField]="entry.fields.optionId"
          />
        } @else {
          <p>Vorgeschlagen wird die Reihenfolge, wie sie jetzt dasteht.</p>
        }
        <rt-text-field label="Wer schlägt es vor?" hint="Leer: Sie selbst." [formField]="entry.fields.by" />
        <rt-text-area label="Begründung" [rows]="4" [formField]="entry.fields.reason" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Festhalten</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ProposalForm {
  readonly of = input.required<OpenDecisionView>();
  readonly closed = output<void>();
  readonly saved = output<OpenDecisionView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(ProposeDecision, {}, { about: () => this.of().id });
  protected readonly choices = computed(() =>
    this.of().options.map(({ id, title, consequences }) => ({ value: id, label: title, hint: consequences })),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view = this.of();
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<OpenDecisionView>(`/api/decisions/${view.id}/propose`, view.version, request);
    });
    if (!done) return;
    this.toasts.say('Vorschlag festgehalten.');
    this.saved.emit(view);
  }
}
