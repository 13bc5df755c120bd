import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type CalendarPeriodKind,
  calendarPeriodKinds,
  calendarPeriodLabels,
  type CalendarPeriodView,
} from '@runder-tisch/domain/settings';
import { SaveCalendarPeriod } from '@runder-tisch/domain/settings/calendar-period-requests';
import { DateField, ErrorSummary, RadioField, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** One time, new or to be corrected. */
@Component({
  selector: 'rt-calendar-period-form',
  imports: [DateField, ErrorSummary, FormField, RadioField, SidePanel, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-radio-field label="Was" [choices]="kinds" [formField]="entry.fields.kind" />
        <rt-text-field label="Name" placeholder="z. B. Herbstferien" [formField]="entry.fields.name" />
        <div class="rt-form-pair">
          <rt-date-field label="Erster Tag" [formField]="entry.fields.fromDay" />
          <rt-date-field label="Letzter Tag" [formField]="entry.fields.toDay" />
        </div>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ period() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class CalendarPeriodForm {
  readonly period = input<CalendarPeriodView | null>(null);
  /** Of a new one. */
  readonly kind = input<CalendarPeriodKind>('SCHOOL_HOLIDAY');
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveCalendarPeriod, {}, { about: () => this.period()?.id });
  protected readonly heading = computed(() =>
    this.period() ? 'Ferien oder Sitzungswoche bearbeiten' : 'Ferien oder Sitzungswoche hinzufügen',
  );
  protected readonly kinds = calendarPeriodKinds.map((value) => ({
    value,
    label: calendarPeriodLabels[value],
  }));

  constructor() {
    effect(() => {
      const period = this.period();
      const start = period
        ? { kind: period.kind, name: period.name, fromDay: period.fromDay, toDay: period.toDay }
        : { kind: this.kind() };
      untracked(() => this.entry.reset(start));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const period = this.period();
    const done = await this.entry.submit((request) =>
      period
        ? this.api.change(`/api/calendar-periods/${period.id}`, period.version, request)
        : this.api.create('/api/calendar-periods', { periods: [request] }, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(period ? 'Gespeichert.' : 'Hinzugefügt.');
    this.saved.emit();
    this.closed.emit();
  }
}
