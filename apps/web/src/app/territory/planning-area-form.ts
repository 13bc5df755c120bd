import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { PlanningAreaView } from '@runder-tisch/domain/territory';
import { SavePlanningArea } from '@runder-tisch/domain/territory/territory-requests';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { KeptEntryActions } from '../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../settings/kept-list/kept-list-data';

@Component({
  selector: 'rt-planning-area-form',
  imports: [ErrorSummary, FormField, KeptEntryActions, SidePanel, TextField],
  template: `
    <rt-side-panel heading="Planungsraum bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      <rt-kept-entry-actions [entry]="area()" [list]="list()" (done)="closed.emit()" />
    </rt-side-panel>
  `,
})
export class PlanningAreaForm {
  readonly area = input.required<PlanningAreaView>();
  readonly list = input.required<KeptListData<PlanningAreaView>>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SavePlanningArea, {}, { about: () => this.area().id });

  constructor() {
    effect(() => {
      const { name } = this.area();
      untracked(() => this.entry.reset({ name }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.area();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/planning-areas/${id}`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
    this.closed.emit();
  }
}
