import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { OpenDecisionView } from '@runder-tisch/domain/decisions';
import {
  SaveOpenDecision,
  type SaveOpenDecisionOption,
} from '@runder-tisch/domain/decisions/decisions-requests';
import {
  DateField,
  ErrorSummary,
  type RowField,
  RowFields,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { ReferenceLists } from '../reference-lists/reference-lists';

/** What is to be decided, by whom and until when; the county's own decisions say between what. */
@Component({
  selector: 'rt-decision-form',
  imports: [DateField, ErrorSummary, FormField, RowFields, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Worüber ist zu entscheiden?" [formField]="entry.fields.title" />
        <rt-text-area label="Erläuterung" [rows]="4" [formField]="entry.fields.explanation" />
        <rt-select-field
          label="Wer soll entscheiden?"
          placeholder="noch offen"
          [choices]="committees()"
          [formField]="entry.fields.committeeId"
        />
        <rt-date-field label="Bis wann?" [formField]="entry.fields.dueOn" />
        @if (own()) {
          <rt-row-fields
            label="Zwischen welchen Möglichkeiten?"
            noun="Möglichkeit"
            [fields]="columns"
            [formField]="entry.fields.options"
          />
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class DecisionForm {
  readonly of = input<OpenDecisionView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly committees = inject(ReferenceLists).committeeChoices();
  protected readonly columns: readonly RowField<SaveOpenDecisionOption>[] = [
    { key: 'title', label: 'Möglichkeit', missing: 'Bitte benennen Sie die Möglichkeit.' },
    { key: 'consequences', label: 'Was folgt daraus?' },
  ];
  protected readonly entry = requestForm(SaveOpenDecision, {}, { about: () => this.of()?.id });
  protected readonly own = computed(() => (this.of()?.kind ?? 'OTHER') === 'OTHER');
  protected readonly heading = computed(() =>
    this.of() ? 'Entscheidung bearbeiten' : 'Entscheidung hinzufügen',
  );

  constructor() {
    effect(() => {
      const it = this.of();
      untracked(() => this.entry.reset(it ? requestOf(it) : { options: [emptyOption(), emptyOption()] }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/decisions/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/decisions', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Entscheidung hinzugefügt.');
    this.saved.emit(id);
  }
}

function emptyOption(): SaveOpenDecisionOption {
  return { title: '', consequences: '' };
}

/** The options of scope and topics are not the form's to send. */
function requestOf({
  kind,
  title,
  explanation,
  dueOn,
  committee,
  options,
}: OpenDecisionView): SaveOpenDecision {
  return {
    title,
    explanation,
    dueOn: dueOn ?? '',
    committeeId: committee?.id ?? null,
    options:
      kind === 'OTHER' ? options.map((it) => ({ title: it.title, consequences: it.consequences })) : [],
  };
}
