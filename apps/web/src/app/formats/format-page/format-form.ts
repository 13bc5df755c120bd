import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FormatView } from '@runder-tisch/domain/formats';
import { SaveFormat } from '@runder-tisch/domain/formats/formats-requests';
import {
  ChipSelect,
  EntityPicker,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Lookups, picked } from '../../lists/lookups';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { CurrentFormat, asRequest } from './current-format';

/** What the format is for, for whom and where, in a panel beside the page. */
@Component({
  selector: 'rt-format-form',
  imports: [
    ChipSelect,
    EntityPicker,
    ErrorSummary,
    FormField,
    NumberField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel heading="Format bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Titel" [formField]="entry.fields.title" />
        <rt-text-area
          label="Ziel"
          hint="Welche Frage soll am Ende beantwortet sein?"
          [formField]="entry.fields.purpose"
        />
        <rt-entity-picker
          label="Netzwerk"
          hint="Leer heißt: ohne Netzwerk."
          [lookup]="lookups.networks"
          [chosen]="network()"
          [formField]="entry.fields.networkId"
        />
        <rt-chip-select label="Handlungsfelder" [choices]="fields()" [formField]="entry.fields.fieldIds" />
        <rt-text-area label="Für wen" [rows]="2" [formField]="entry.fields.targetGroups" />
        <rt-number-field
          label="Plätze, höchstens"
          hint="Leer heißt: keine Grenze."
          [formField]="entry.fields.capacity"
        />
        <rt-select-field
          label="Planungsraum"
          placeholder="Kein bestimmter Planungsraum"
          [choices]="planningAreas()"
          [formField]="entry.fields.planningAreaId"
        />
        <rt-select-field
          label="Gemeinde"
          placeholder="Keine bestimmte Gemeinde"
          [choices]="municipalities()"
          [formField]="entry.fields.municipalityId"
        />
        <rt-text-area
          label="Barrierefreiheit"
          hint="Was gebraucht wird: stufenloser Zugang, Leichte Sprache, Gebärdensprache, Kinderbetreuung …"
          [rows]="3"
          [formField]="entry.fields.accessibilityNeeds"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class FormatForm {
  readonly format = input.required<FormatView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly current = inject(CurrentFormat);
  private readonly toasts = inject(Toasts);
  private readonly lists = inject(ReferenceLists);
  protected readonly lookups = inject(Lookups);
  protected readonly fields = this.lists.fieldChoices();
  protected readonly planningAreas = this.lists.planningAreaChoices();
  protected readonly municipalities = this.lists.municipalityChoices();
  protected readonly entry = requestForm(SaveFormat);
  protected readonly network = () => picked(this.format().network);

  constructor() {
    effect(() => {
      const format = this.format();
      untracked(() => this.entry.reset(asRequest(format)));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) => this.current.send(this.format(), request));
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
