import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { placeFacetLabels, placeFacets, type PlaceView } from '@runder-tisch/domain/territory';
import { SavePlace } from '@runder-tisch/domain/territory/territory-requests';
import {
  ChipSelect,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { ReferenceLists } from '../reference-lists/reference-lists';
import { KeptEntryActions } from '../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../settings/kept-list/kept-list-data';

/** A house where meetings are held, with what invitations say about getting in. */
@Component({
  selector: 'rt-place-form',
  imports: [
    ChipSelect,
    ErrorSummary,
    FormField,
    KeptEntryActions,
    NumberField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel
      [heading]="place() ? 'Ort bearbeiten' : 'Ort hinzufügen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" placeholder="Haus oder Saal" [formField]="entry.fields.name" />
        <rt-text-field label="Straße und Hausnummer" [formField]="entry.fields.street" />
        <div class="rt-form-pair">
          <rt-text-field label="Postleitzahl" inputmode="numeric" [formField]="entry.fields.postalCode" />
          <rt-text-field label="Ort in der Anschrift" [formField]="entry.fields.city" />
        </div>
        <rt-select-field
          label="Gemeinde"
          placeholder="Keine Angabe"
          [choices]="municipalities()"
          [formField]="entry.fields.municipalityId"
        />
        <rt-text-field
          label="Raum oder Wegbeschreibung"
          hint="Steht so in der Einladung."
          [formField]="entry.fields.note"
        />
        <rt-chip-select
          label="Barrierefreiheit"
          column
          [choices]="facets"
          [formField]="entry.fields.facets"
        />
        <rt-text-field
          label="Hinweis zur Barrierefreiheit"
          placeholder="z. B. Aufzug im Hof, bitte klingeln"
          [formField]="entry.fields.accessNote"
        />
        <rt-number-field label="Plätze" hint="Im größten Raum" [formField]="entry.fields.capacity" />
        <rt-text-area
          label="Wen man fragt"
          hint="Nur für alle, die Termine planen: Name, Telefon, Schlüssel."
          [rows]="2"
          [formField]="entry.fields.contact"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ place() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (place(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class PlaceForm {
  readonly place = input<PlaceView | null>(null);
  readonly list = input.required<KeptListData<PlaceView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SavePlace, {}, { about: () => this.place()?.id });
  protected readonly municipalities = inject(ReferenceLists).municipalityChoices();
  protected readonly facets = placeFacets.map((value) => ({ value, label: placeFacetLabels[value] }));
  protected readonly start = computed<Partial<SavePlace>>(() => {
    const place = this.place();
    if (!place) return {};
    const { name, street, postalCode, city, municipality, note, facets, accessNote, capacity, contact } =
      place;
    return {
      name,
      street,
      postalCode,
      city,
      municipalityId: municipality?.id ?? null,
      note,
      facets,
      accessNote,
      capacity,
      contact,
    };
  });

  constructor() {
    effect(() => {
      const start = this.start();
      untracked(() => this.entry.reset(start));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const place = this.place();
    const done = await this.entry.submit((request) =>
      place
        ? this.api.change(`/api/places/${place.id}`, place.version, request)
        : this.api.create('/api/places', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(place ? 'Gespeichert.' : 'Ort hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}
