import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { InterfaceView } from '@runder-tisch/domain/data-requests';
import {
  topicCriteria,
  topicCriterionLabels,
  topicScoreLabels,
  topicScores,
  type TopicView,
} from '@runder-tisch/domain/decisions';
import { SaveTopic } from '@runder-tisch/domain/decisions/decisions-requests';
import type { Page } from '@runder-tisch/domain/lists';
import {
  ChipSelect,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

/** A topic with what speaks for it and the deliveries it needs. */
@Component({
  selector: 'rt-topic-form',
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
      [heading]="of() ? 'Thema bearbeiten' : 'Thema hinzufügen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Thema" [formField]="entry.fields.name" />
        <rt-select-field
          label="Handlungsfeld"
          placeholder="keines"
          [choices]="fields()"
          [formField]="entry.fields.fieldId"
        />
        <fieldset class="criteria">
          <legend class="rt-label">Was dafür spricht</legend>
          <p class="rt-quiet rt-small">{{ scale }}</p>
          @for (criterion of criteria; track criterion) {
            <rt-number-field [label]="labels[criterion]" [formField]="$any(entry.fields[criterion])" />
          }
        </fieldset>
        @if (agreements().length) {
          <rt-chip-select
            label="Welche Lieferungen braucht es?"
            hint="Ihre Datenanforderungen folgen der Reihenfolge der Themen, sobald sie entschieden ist."
            column
            foldable
            [choices]="agreements()"
            [formField]="entry.fields.agreementIds"
          />
        }
        <rt-text-area label="Notiz" [rows]="3" [formField]="entry.fields.note" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (of(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
  styles: `
    .criteria {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 8px 16px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .criteria p {
      grid-column: 1 / -1;
    }
  `,
})
export class TopicForm {
  readonly of = input<TopicView | null>(null);
  readonly list = input.required<KeptListData<TopicView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly criteria = topicCriteria;
  protected readonly labels = topicCriterionLabels;
  protected readonly scale = topicScores.map((score) => `${score} ${topicScoreLabels[score]}`).join(' · ');
  protected readonly entry = requestForm(SaveTopic, {}, { about: () => this.of()?.id });
  private readonly register = httpResource<Page<InterfaceView>>(() => '/api/interfaces');
  protected readonly agreements = computed(() =>
    this.register.hasValue()
      ? this.register
          .value()
          .items.filter((it) => it.active && it.direction === 'TO_PLANNING')
          .map((it) => ({ value: it.id, label: `${it.partner}: ${it.name}` }))
      : [],
  );

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { name, note, urgency, dataAvailability, mandate, funding, field, agreements } = it;
      untracked(() =>
        this.entry.reset({
          ...{ name, note, urgency, dataAvailability, mandate, funding },
          fieldId: field?.id ?? null,
          agreementIds: agreements.map(({ id }) => id),
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const done = await this.entry.submit((request) =>
      it
        ? this.api.change(`/api/topics/${it.id}`, it.version, request)
        : this.api.create('/api/topics', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Thema hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}
