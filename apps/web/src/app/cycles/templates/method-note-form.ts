import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { MethodNoteView } from '@runder-tisch/domain/cycles';
import { SaveMethodNote } from '@runder-tisch/domain/cycles/templates/template-requests';
import { ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

@Component({
  selector: 'rt-method-note-form',
  imports: [ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Methodenblatt bearbeiten' : 'Methodenblatt anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Titel" [formField]="entry.fields.title" />
        <rt-text-area
          label="Text"
          [rows]="16"
          hint="Eine Leerzeile trennt Absätze."
          [formField]="entry.fields.text"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class MethodNoteForm {
  readonly of = input<MethodNoteView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveMethodNote, {}, { about: () => this.of()?.id });

  constructor() {
    effect(() => {
      const it = this.of();
      if (it) untracked(() => this.entry.reset({ title: it.title, text: it.text }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/method-notes/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/method-notes', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit(id);
  }
}
