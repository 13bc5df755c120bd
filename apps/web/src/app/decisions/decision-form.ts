import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DecisionView } from '@runder-tisch/domain/decisions';
import { SaveDecision } from '@runder-tisch/domain/decisions/decisions-requests';
import { ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';

/** Makes a new one or changes one, in a panel beside the page. */
@Component({
  selector: 'rt-decision-form',
  imports: [ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Entscheidung bearbeiten' : 'Entscheidung anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-text-area label="Beschreibung" [formField]="entry.fields.description" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Anlegen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class DecisionForm {
  readonly of = input<DecisionView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveDecision);

  constructor() {
    effect(() => {
      const it = this.of();
      if (it) untracked(() => this.entry.reset({ name: it.name, description: it.description }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/decisions/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/decisions', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Angelegt.');
    this.saved.emit(id);
  }
}
