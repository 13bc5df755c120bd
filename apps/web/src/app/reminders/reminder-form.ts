import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { PageReminders, ReminderItem } from '@runder-tisch/domain/reminders';
import { SaveReminder } from '@runder-tisch/domain/reminders/reminders-requests';
import { addDays, addMonths } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';

/** When something shall come back, and why. */
@Component({
  selector: 'rt-reminder-form',
  imports: [DateField, ErrorSummary, FormField, TextArea],
  template: `
    <form class="rt-form" novalidate (submit)="save($event)">
      <rt-error-summary [entry]="entry" />
      <div class="soon" role="group" aria-label="Bald">
        @for (choice of soon(); track choice.label) {
          <button type="button" class="rt-button rt-small" (click)="choose(choice.day)">
            {{ choice.label }}
          </button>
        }
      </div>
      <rt-date-field
        label="Wieder vorlegen am"
        hint="An diesem Tag steht es auf Ihrer Seite Heute."
        [formField]="entry.fields.dueOn"
      />
      <rt-text-area label="Notiz" hint="Nur Sie sehen sie." [formField]="entry.fields.note" />
      <div class="rt-form-actions">
        <button class="rt-button rt-primary" [disabled]="entry.busy() || !entry.model().dueOn">
          {{ item() ? 'Speichern' : 'Vorlegen lassen' }}
        </button>
        @if (item()) {
          <button type="button" class="rt-button" (click)="cancelled.emit()">Abbrechen</button>
        }
      </div>
    </form>
  `,
  styles: `
    .soon {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class ReminderForm {
  readonly page = input.required<PageReminders>();
  /** The one that is changed; otherwise a new one is made. */
  readonly item = input<ReminderItem | null>(null);
  readonly typed = output<boolean>();
  readonly saved = output<void>();
  readonly cancelled = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(
    SaveReminder,
    {},
    { about: () => this.item()?.id ?? this.page().object.id },
  );
  protected readonly soon = computed(() => {
    const { today } = this.page();
    return [
      { label: 'Morgen', day: addDays(today, 1) },
      { label: 'In einer Woche', day: addDays(today, 7) },
      { label: 'In einem Monat', day: addMonths(today, 1) },
    ];
  });

  constructor() {
    effect(() => {
      const item = this.item();
      untracked(() => this.entry.reset(item ? { dueOn: item.dueOn, note: item.note } : {}));
    });
    effect(() => this.typed.emit(this.entry.dirty()));
  }

  protected choose(day: string): void {
    this.entry.model.update((now) => ({ ...now, dueOn: day }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [item, { object }] = [this.item(), this.page()];
    const done = await this.entry.submit(async (request) => {
      if (item) await this.api.change(`/api/reminders/${item.id}`, item.version, request);
      else
        await this.api.create(
          '/api/reminders',
          { ...request, kind: object.kind, objectId: object.id },
          this.entry.intent(),
        );
    });
    if (!done) return;
    this.toasts.say(item ? 'Gespeichert.' : 'Wird wieder vorgelegt.');
    this.entry.reset({});
    this.saved.emit();
  }
}
