import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { Page } from '@runder-tisch/domain/lists';
import type { MeetingListItem } from '@runder-tisch/domain/meetings';
import type { ConsultationView } from '@runder-tisch/domain/papers';
import { ScheduleConsultation } from '@runder-tisch/domain/papers/papers-requests';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';

/** Puts a paper on the agenda of a session of its body, as a new item. */
@Component({
  selector: 'rt-schedule-form',
  imports: [ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel heading="Auf eine Tagesordnung setzen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field
          label="Sitzung"
          placeholder="Bitte wählen"
          [choices]="sessions()"
          [formField]="entry.fields.meetingId"
        />
        <p class="rt-quiet rt-small">Die Vorlage steht danach als letzter Punkt auf der Tagesordnung.</p>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Auf die Tagesordnung</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ScheduleForm {
  readonly of = input.required<ConsultationView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(ScheduleConsultation, {}, { about: () => this.of().id });
  private readonly answer = httpResource<Page<MeetingListItem>>(() => ({
    url: '/api/meetings',
    params: { committeeId: this.of().committee.id, when: 'upcoming', limit: 20 },
  }));
  protected readonly sessions = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).map(({ id, title, startsAt, endsAt }) => ({
      value: id,
      label: startsAt ? `${title}, ${formatShortPeriod(startsAt, endsAt)}` : title,
    })),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/consultations/${id}/schedule`, version, request),
    );
    if (!done) return;
    this.toasts.say('Die Vorlage steht auf der Tagesordnung.');
    this.saved.emit();
  }
}
