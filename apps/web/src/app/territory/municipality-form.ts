import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { MunicipalityView } from '@runder-tisch/domain/territory';
import { SaveMunicipality } from '@runder-tisch/domain/territory/territory-requests';
import { type Choice, ErrorSummary, SelectField, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { KeptEntryActions } from '../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../settings/kept-list/kept-list-data';

/** Adds a municipality or assigns one to another planning area. */
@Component({
  selector: 'rt-municipality-form',
  imports: [ErrorSummary, FormField, KeptEntryActions, SelectField, SidePanel, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-text-field
          label="Gemeindeschlüssel (AGS)"
          inputmode="numeric"
          hint="Acht Ziffern, zum Beispiel 15082180 für Köthen (Anhalt)."
          [formField]="entry.fields.ags"
        />
        <rt-select-field
          label="Planungsraum"
          placeholder="Keinem zugeordnet"
          [choices]="areas()"
          [formField]="entry.fields.planningAreaId"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ municipality() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (municipality(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class MunicipalityForm {
  readonly municipality = input<MunicipalityView | null>(null);
  readonly areas = input.required<readonly Choice[]>();
  readonly list = input.required<KeptListData<MunicipalityView>>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveMunicipality, {}, { about: () => this.municipality()?.id });
  protected readonly heading = computed(() =>
    this.municipality() ? 'Gemeinde bearbeiten' : 'Gemeinde hinzufügen',
  );

  constructor() {
    effect(() => {
      const municipality = this.municipality();
      if (!municipality) return;
      const { name, ags, planningArea } = municipality;
      untracked(() => this.entry.reset({ name, ags, planningAreaId: planningArea?.id ?? null }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const municipality = this.municipality();
    const done = await this.entry.submit((request) =>
      municipality
        ? this.api.change(`/api/municipalities/${municipality.id}`, municipality.version, request)
        : this.api.create('/api/municipalities', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(municipality ? 'Gespeichert.' : 'Gemeinde hinzugefügt.');
    this.saved.emit();
    this.closed.emit();
  }
}
