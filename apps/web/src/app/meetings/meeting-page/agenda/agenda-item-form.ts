import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type AgendaItemView,
  agendaVisibilities,
  agendaVisibilityLabels,
} from '@runder-tisch/domain/meetings';
import { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { ErrorSummary, NumberField, RadioField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../../forms';
import { Api } from '../../../http/api';

const hints = {
  PUBLIC: 'steht auch für alle anderen sichtbar am Termin',
  INTERNAL: 'steht in der Einladung',
  HIDDEN: 'steht in keiner Mail',
} as const;

@Component({
  selector: 'rt-agenda-item-form',
  imports: [ErrorSummary, FormField, NumberField, RadioField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="item() ? 'Punkt bearbeiten' : 'Punkt hinzufügen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Worum geht es?" [formField]="entry.fields.title" />
        <div class="rt-form-pair">
          <rt-number-field label="Dauer" unit="Minuten" [formField]="entry.fields.minutes" />
          <rt-text-field label="Wer stellt vor?" [formField]="entry.fields.presenter" />
        </div>
        @if (item()?.level === 2) {
          <p class="rt-quiet">Ein Unterpunkt ist für alle da, die seinen Punkt sehen.</p>
        } @else {
          <rt-radio-field
            label="Wer sieht den Punkt?"
            column
            [choices]="choices"
            [formField]="entry.fields.visibility"
          />
        }
        <rt-text-area
          label="Notiz"
          hint="Nur für die Mitarbeitenden des Landkreises sichtbar."
          [formField]="entry.fields.note"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ item() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
          @if (item(); as it) {
            <button type="button" class="rt-button rt-plain" (click)="removed.emit(it)">Entfernen</button>
          }
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class AgendaItemForm {
  readonly meetingId = input.required<string>();
  readonly item = input<AgendaItemView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();
  readonly removed = output<AgendaItemView>();

  private readonly api = inject(Api);
  protected readonly entry = requestForm(SaveAgendaItem, {}, { about: () => this.item()?.id });
  protected readonly choices = agendaVisibilities.map((value) => ({
    value,
    label: agendaVisibilityLabels[value],
    hint: hints[value],
  }));

  constructor() {
    effect(() => {
      const item = this.item();
      if (!item) return;
      const { title, minutes, visibility, presenter, note, level } = item;
      untracked(() => this.entry.reset({ title, minutes, visibility, presenter, note, level }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const item = this.item();
    const path = `/api/meetings/${this.meetingId()}/agenda`;
    const done = await this.entry.submit(async (request) => {
      if (item) await this.api.change(`${path}/${item.id}`, item.version, request);
      else await this.api.create(path, request, this.entry.intent());
    });
    if (done) this.saved.emit();
  }
}
