import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type DataSourceView, populationBaseLabels, populationBases } from '@runder-tisch/domain/indicators';
import { SaveDataSource } from '@runder-tisch/domain/indicators/indicators-requests';
import {
  CheckboxField,
  DateField,
  EntityPicker,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups, picked } from '../../lists/lookups';

/** A new source, or what is known of one; in a panel beside the list. */
@Component({
  selector: 'rt-source-form',
  imports: [
    CheckboxField,
    DateField,
    EntityPicker,
    ErrorSummary,
    FormField,
    NumberField,
    ProgressLine,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel
      [heading]="sourceId() ? 'Quelle bearbeiten' : 'Quelle anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      @if (!sourceId() || source()) {
        <form class="rt-form" novalidate (submit)="save($event)">
          <rt-error-summary [entry]="entry" />
          <rt-text-field label="Name" [formField]="entry.fields.name" />
          <rt-text-field label="Kürzel" hint="Großbuchstaben, etwa KITA." [formField]="entry.fields.code" />
          <rt-text-field label="Veröffentlicht oder geliefert von" [formField]="entry.fields.publisher" />
          <rt-entity-picker
            label="Organisation im Verzeichnis"
            [lookup]="lookups.organisations"
            [chosen]="picked(source()?.organisation)"
            [formField]="entry.fields.organisationId"
          />
          <rt-text-field label="Nummer der Statistik" [formField]="entry.fields.statistic" />
          <rt-number-field
            label="Abstand in Monaten"
            hint="Wie oft neue Werte kommen; leer, wenn sie nur einmal kommen."
            [formField]="entry.fields.rhythmMonths"
          />
          <rt-number-field
            label="Verzögerung in Monaten"
            hint="Wie lange nach dem Zeitraum die Werte da sind."
            [formField]="entry.fields.lagMonths"
          />
          <rt-date-field
            label="Angekündigt für"
            hint="Geht dem errechneten Tag vor."
            [formField]="entry.fields.nextReleaseOn"
          />
          <rt-select-field
            label="Bevölkerungsbasis"
            placeholder="keine bestimmte"
            [choices]="bases"
            [formField]="entry.fields.populationBase"
          />
          <rt-text-field label="Lizenz" [formField]="entry.fields.licence" />
          <rt-text-field
            label="Quellenangabe"
            hint="Steht neben jedem Wert."
            [formField]="entry.fields.attribution"
          />
          <rt-text-area label="Bemerkung" [rows]="2" [formField]="entry.fields.note" />
          <rt-checkbox-field label="Wird verwendet" [formField]="entry.fields.active" />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="entry.busy()">
              {{ sourceId() ? 'Speichern' : 'Anlegen' }}
            </button>
            <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
          </div>
        </form>
      } @else {
        <rt-progress-line [busy]="true" />
      }
    </rt-side-panel>
  `,
})
export class SourceForm {
  /** Null for a new one. */
  readonly sourceId = input.required<string | null>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(Lookups);
  protected readonly picked = picked;
  protected readonly bases = populationBases.map((value) => ({ value, label: populationBaseLabels[value] }));
  protected readonly source = signal<DataSourceView | null>(null);
  protected readonly entry = requestForm(SaveDataSource, {}, { about: () => this.sourceId() ?? undefined });

  constructor() {
    effect(() => {
      const id = this.sourceId();
      if (id) void untracked(() => this.begin(id));
    });
  }

  private async begin(id: string): Promise<void> {
    const source = await this.api.get<DataSourceView>(`/api/data-sources/${id}`);
    const { id: _id, version: _version, mayChange: _may, organisation, ...facts } = source;
    this.entry.reset({ ...facts, organisationId: organisation?.id ?? null });
    this.source.set(source);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const source = this.source();
    const done = await this.entry.submit(async (request) => {
      if (source) await this.api.change(`/api/data-sources/${source.id}`, source.version, request);
      else await this.api.create('/api/data-sources', request, this.entry.intent());
    });
    if (!done) return;
    this.toasts.say(source ? 'Gespeichert.' : 'Quelle angelegt.');
    this.saved.emit();
  }
}
