import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DiscourseView } from '@runder-tisch/domain/cycles';
import { SaveDiscourse } from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import { DateField, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Title, days and question of a round; the reflection may grow while it runs. */
@Component({
  selector: 'rt-discourse-edit-form',
  imports: [DateField, ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Diskursrunde bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Titel" [formField]="entry.fields.title" />
        <rt-text-area label="Leitfrage" [rows]="3" [formField]="entry.fields.question" />
        <rt-date-field label="Von" [formField]="entry.fields.startsOn" />
        <rt-date-field label="Bis" [formField]="entry.fields.endsOn" />
        <rt-text-area
          label="Reflexion"
          hint="Was haben wir gelernt, was geht in die nächste Runde? Nötig erst zum Abschluss."
          [rows]="6"
          [formField]="entry.fields.reflection"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class DiscourseEditForm {
  readonly of = input.required<DiscourseView>();
  readonly closed = output<void>();
  readonly saved = output<DiscourseView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveDiscourse, {}, { about: () => this.of().id });

  constructor() {
    effect(() => {
      const { title, question, startsOn, endsOn, reflection } = this.of();
      untracked(() => this.entry.reset({ title, question, startsOn, endsOn, reflection }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: DiscourseView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.change<DiscourseView>(`/api/discourse-rounds/${id}`, version, request);
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit(view);
  }
}
