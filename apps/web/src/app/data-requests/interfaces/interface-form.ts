import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  dataProtectionClasses,
  dataProtectionClassLabels,
  interfaceDirectionLabels,
  interfaceDirections,
  interfaceFormLabels,
  interfaceForms,
  interfaceRhythmLabels,
  interfaceRhythms,
  type InterfaceView,
} from '@runder-tisch/domain/data-requests';
import {
  type ExpectedColumnInput,
  SaveInterface,
} from '@runder-tisch/domain/data-requests/data-requests-requests';
import {
  DateField,
  EntityPicker,
  ErrorSummary,
  NumberField,
  type RowField,
  RowFields,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups, picked } from '../../lists/lookups';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

/** Adds a row of the interface register or changes one, in a panel beside the list. */
@Component({
  selector: 'rt-interface-form',
  imports: [
    DateField,
    EntityPicker,
    ErrorSummary,
    FormField,
    KeptEntryActions,
    NumberField,
    RowFields,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Stelle" [formField]="entry.fields.partner" />
        <rt-entity-picker
          label="Organisation"
          hint="Wo sie schon unter den Akteuren steht; ihr Verlauf zeigt dann die Lieferungen. Darf leer bleiben."
          [lookup]="lookups.organisations"
          [chosen]="organisation()"
          [formField]="entry.fields.organisationId"
        />
        <rt-select-field label="Richtung" [choices]="directions" [formField]="entry.fields.direction" />
        <rt-text-field label="Worum geht es?" [formField]="entry.fields.name" />
        <rt-select-field label="Wie oft?" [choices]="rhythms" [formField]="entry.fields.rhythm" />
        <rt-number-field
          label="Bis wann?"
          hint="Tage nach dem Ende des Zeitraums, zum Beispiel 30: Das 1. Quartal kommt bis zum 30. April."
          unit="Tage danach"
          [formField]="entry.fields.daysToDeliver"
        />
        <rt-select-field label="In welcher Form?" [choices]="forms" [formField]="entry.fields.form" />
        <rt-select-field label="Schutzklasse" [choices]="classes" [formField]="entry.fields.dataClass" />
        <rt-text-area
          label="Grundlage und Vorsicht"
          hint="Rechtsgrundlage und worauf zu achten ist. Steht auch in der Mail."
          [rows]="3"
          [formField]="entry.fields.basis"
        />
        <rt-date-field
          label="Gilt ab"
          hint="Ein späterer Tag mit anderen Angaben ist eine neue Fassung; die bisherige bleibt lesbar. Darf leer bleiben, wo niemand den Anfang kennt."
          [formField]="entry.fields.validFrom"
        />
        <rt-text-field
          label="Ansprechstelle"
          hint="Funktion oder Name, zum Beispiel „Controlling“."
          [formField]="entry.fields.contact"
        />
        <rt-text-field
          label="Mailadresse"
          hint="Am besten ein Funktionspostfach. Neue Anforderungen gehen dorthin."
          [formField]="entry.fields.mail"
        />
        <rt-row-fields
          label="Vereinbarte Spalten"
          noun="Spalte"
          [fields]="columns"
          [formField]="entry.fields.columns"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (of(); as it) {
        @if (list(); as entries) {
          <rt-kept-entry-actions [entry]="it" [list]="entries" (done)="closed.emit()" />
        }
      }
    </rt-side-panel>
  `,
})
export class InterfaceForm {
  readonly of = input<InterfaceView | null>(null);
  /** Where it is not given, nothing is set aside or deleted here. */
  readonly list = input<KeptListData<InterfaceView>>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(Lookups);
  protected readonly directions = choices(interfaceDirections, interfaceDirectionLabels);
  protected readonly rhythms = choices(interfaceRhythms, interfaceRhythmLabels);
  protected readonly forms = choices(interfaceForms, interfaceFormLabels);
  protected readonly classes = choices(dataProtectionClasses, dataProtectionClassLabels);
  protected readonly columns: readonly RowField<ExpectedColumnInput>[] = [
    { key: 'name', label: 'Spalte', missing: 'Bitte benennen Sie die Spalte.' },
    { key: 'meaning', label: 'Bedeutung' },
    { key: 'example', label: 'Beispiel' },
  ];
  protected readonly entry = requestForm(SaveInterface, {}, { about: () => this.of()?.id });
  protected readonly heading = computed(() =>
    this.of() ? 'Schnittstelle bearbeiten' : 'Schnittstelle hinzufügen',
  );
  protected readonly organisation = computed(() => picked(this.of()?.organisation));

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { partner, organisation, name, direction, rhythm, form, basis, contact, mail, columns } = it;
      const { dataClass, validFrom, daysToDeliver } = it;
      untracked(() =>
        this.entry.reset({
          ...{ partner, name, direction, rhythm, form, basis, contact, mail, columns },
          ...{ dataClass, validFrom, daysToDeliver },
          organisationId: organisation?.id ?? null,
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const done = await this.entry.submit((request) =>
      it
        ? this.api.change(`/api/interfaces/${it.id}`, it.version, request)
        : this.api.create('/api/interfaces', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Schnittstelle hinzugefügt.');
    this.list()?.reload();
    this.saved.emit();
    this.closed.emit();
  }
}

function choices<T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
): { value: T; label: string }[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
