import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { ServiceCategoryView } from '@runder-tisch/domain/social-services';
import { SaveServiceCategory } from '@runder-tisch/domain/social-services/social-services-requests';
import { CheckboxField, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

/** Names and describes a category of offers, in a panel beside the list. */
@Component({
  selector: 'rt-category-form',
  imports: [CheckboxField, ErrorSummary, FormField, KeptEntryActions, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Kategorie bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-text-area
          label="Beschreibung"
          hint="In den Wörtern der Menschen, die suchen: Auch sie werden in der öffentlichen Suche gefunden."
          [formField]="entry.fields.description"
        />
        <rt-checkbox-field
          label="Schutzthema"
          hint="Öffentliche Seiten zeigen dann „Seite schnell verlassen“, zum Beispiel beim Frauenhaus."
          [formField]="entry.fields.protective"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      <rt-kept-entry-actions [entry]="category()" [list]="list()" (done)="closed.emit()" />
    </rt-side-panel>
  `,
})
export class CategoryForm {
  readonly category = input.required<ServiceCategoryView>();
  readonly list = input.required<KeptListData<ServiceCategoryView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveServiceCategory, {}, { about: () => this.category().id });

  constructor() {
    effect(() => {
      const { name, description, protective } = this.category();
      untracked(() => this.entry.reset({ name, description, protective }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.category();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/service-categories/${id}`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.list().reload();
    this.closed.emit();
  }
}
