import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { measureStatusLabels, type MeasureView, overridingStatuses } from '@runder-tisch/domain/measures';
import { OverrideStatus } from '@runder-tisch/domain/measures/measures-requests';
import { ErrorSummary, SelectField, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Sets the status by hand with a reason, or lets the one worked out count again. */
@Component({
  selector: 'rt-status-form',
  imports: [ErrorSummary, FormField, SelectField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Status von Hand setzen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field
          label="Status"
          placeholder="Den errechneten Status gelten lassen"
          [choices]="choices"
          [formField]="entry.fields.status"
        />
        <rt-text-area
          label="Grund"
          hint="Er steht mit Ihrem Namen überall, wo der Status steht."
          [rows]="3"
          [formField]="entry.fields.reason"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class StatusForm {
  readonly of = input.required<MeasureView>();
  readonly closed = output<void>();
  readonly saved = output<MeasureView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(OverrideStatus, {}, { about: () => this.of().id });
  protected readonly choices = overridingStatuses.map((value) => ({
    value,
    label: measureStatusLabels[value],
  }));

  constructor() {
    effect(() => {
      const { computed, status, reason } = this.of().status;
      const set = overridingStatuses.find((it) => it === status);
      if (computed && set) untracked(() => this.entry.reset({ status: set, reason }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: MeasureView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.change<MeasureView>(`/api/measures/${id}/status`, version, request);
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit(view);
  }
}
