import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { TargetGroupView } from '@runder-tisch/domain/social-services';
import { SaveTargetGroup } from '@runder-tisch/domain/social-services/social-services-requests';
import { ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

/** Names and describes a target group, in a panel beside the list. */
@Component({
  selector: 'rt-target-group-form',
  imports: [ErrorSummary, FormField, KeptEntryActions, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Zielgruppe bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-text-area
          label="Beschreibung"
          hint="Zum Beispiel das Alter. Steht hinter dem Namen."
          [formField]="entry.fields.description"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      <rt-kept-entry-actions [entry]="group()" [list]="list()" (done)="closed.emit()" />
    </rt-side-panel>
  `,
})
export class TargetGroupForm {
  readonly group = input.required<TargetGroupView>();
  readonly list = input.required<KeptListData<TargetGroupView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveTargetGroup);

  constructor() {
    effect(() => {
      const { name, description } = this.group();
      untracked(() => this.entry.reset({ name, description }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.group();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/target-groups/${id}`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.list().reload();
    this.closed.emit();
  }
}
