import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import { ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { KeptEntryActions } from './kept-entry-actions';
import type { KeptEntry, KeptListData } from './kept-list-data';

/** Names and describes an entry, in a panel beside its list. */
@Component({
  selector: 'rt-kept-entry-form',
  imports: [ErrorSummary, FormField, KeptEntryActions, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="form.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="form" />
        <rt-text-field label="Name" [formField]="form.fields.name" />
        <rt-text-area label="Beschreibung" [hint]="hint()" [rows]="6" [formField]="form.fields.description" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="form.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      <rt-kept-entry-actions [entry]="entry()" [list]="list()" (done)="closed.emit()" />
    </rt-side-panel>
  `,
})
export class KeptEntryForm<Entry extends KeptEntry & { description: string }> {
  readonly heading = input.required<string>();
  /** What belongs into the description. */
  readonly hint = input.required<string>();
  readonly path = input.required<string>();
  readonly entry = input.required<Entry>();
  readonly list = input.required<KeptListData<Entry>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly form = requestForm(SaveListEntry, {}, { about: () => this.entry().id });

  constructor() {
    effect(() => {
      const { name, description } = this.entry();
      untracked(() => this.form.reset({ name, description }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.entry();
    const done = await this.form.submit((request) =>
      this.api.change(`${this.path()}/${id}`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.list().reload();
    this.closed.emit();
  }
}
