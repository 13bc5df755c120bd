import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  consultationRoleLabels,
  consultationRoles,
  type ConsultationView,
} from '@runder-tisch/domain/papers';
import { SaveConsultation } from '@runder-tisch/domain/papers/papers-requests';
import { DateField, ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { ReferenceLists } from '../reference-lists/reference-lists';

/** A body that is to consult: which, to advise or to decide, when. */
@Component({
  selector: 'rt-consultation-form',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel heading="Beratung" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field label="Gremium" [choices]="committees()" [formField]="entry.fields.committeeId" />
        <rt-select-field label="Aufgabe" [choices]="roles" [formField]="entry.fields.role" />
        <rt-date-field label="Geplant für" [formField]="$any(entry.fields.plannedOn)" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ConsultationForm {
  readonly paperId = input.required<string>();
  readonly of = input.required<ConsultationView | null>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  protected readonly committees = inject(ReferenceLists).committeeChoices();
  protected readonly roles = consultationRoles.map((value) => ({
    value,
    label: consultationRoleLabels[value],
  }));
  protected readonly entry = requestForm(SaveConsultation, {}, { about: () => this.of()?.id });

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { committee, role, plannedOn } = it;
      untracked(() => this.entry.reset({ committeeId: committee.id, role, plannedOn }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/consultations/${it.id}`, it.version, request);
      else await this.api.create(`/api/papers/${this.paperId()}/consultations`, request, this.entry.intent());
    });
    if (done) this.saved.emit();
  }
}
