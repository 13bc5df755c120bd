import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  ASSIGNED_DAYS,
  type AssignedView,
  type AssigneesView,
  type GroupAssignedView,
  type GroupView,
  type StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { AssignFeedback } from '@runder-tisch/domain/feedback/assignments/assignment-requests';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Who sees to one Hinweis, or to all of a group that are open, and by when. */
@Component({
  selector: 'rt-assign-panel',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="assign($event)">
        <rt-error-summary [entry]="entry" />
        @if (group()) {
          <p class="rt-note">
            Alle noch offenen Hinweise der Gruppe gehen an diese Person, auch die, die schon jemandem
            zugewiesen sind.
          </p>
        }
        <rt-select-field
          label="Person"
          hint="Zur Wahl stehen alle, die hier alles Gemeinte bearbeiten dürfen."
          [choices]="choices()"
          [formField]="entry.fields.accountId"
        />
        <rt-date-field label="Bis wann?" [earliest]="today()" [formField]="entry.fields.due" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Zuweisen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class AssignPanel {
  readonly item = input<StaffFeedbackView | null>(null);
  readonly group = input<GroupView | null>(null);
  readonly closed = output<void>();
  readonly assigned = output<AssignedView>();
  readonly groupAssigned = output<GroupAssignedView>();

  private readonly api = inject(Api);
  private readonly clock = inject(ScreenClock);
  private readonly meantId = computed(() => this.item()?.id ?? this.group()?.id ?? '');
  protected readonly entry = requestForm(AssignFeedback, {}, { about: () => this.meantId() });
  protected readonly heading = computed(() => (this.group() ? 'Alle zuweisen' : 'Zuweisen'));
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  private readonly answer = httpResource<AssigneesView>(
    () => `/api/feedback-assignees?${this.group() ? 'groupId' : 'feedbackId'}=${this.meantId()}`,
  );
  protected readonly choices = computed(() =>
    (this.answer.hasValue() ? this.answer.value().people : []).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  );

  constructor() {
    effect(() => {
      this.meantId();
      untracked(() => {
        const now = this.item()?.assigned;
        const due = now && !now.overdue ? now.due : addDays(this.today(), ASSIGNED_DAYS);
        this.entry.reset({ accountId: now?.accountId ?? '', due });
      });
    });
  }

  protected async assign(event: Event): Promise<void> {
    event.preventDefault();
    const id = this.meantId();
    await this.entry.submit(async (request) => {
      if (this.group())
        this.groupAssigned.emit(
          await this.api.act<GroupAssignedView>(`/api/feedback-groups/${id}/assign`, null, request),
        );
      else this.assigned.emit(await this.api.act<AssignedView>(`/api/feedback/${id}/assign`, null, request));
    });
  }
}
