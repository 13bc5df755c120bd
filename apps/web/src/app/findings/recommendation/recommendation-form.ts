import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { PriorityView, RecommendationView } from '@runder-tisch/domain/findings';
import { SaveRecommendation } from '@runder-tisch/domain/findings/recommendation-requests';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import {
  CheckboxField,
  DateField,
  EntitiesPicker,
  ErrorSummary,
  NumberField,
  type PickItem,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { FindingLookups } from '../finding-lookups';
import { CostRows } from './cost-rows';

/** A new Handlungsempfehlung or a change of one. */
@Component({
  selector: 'rt-recommendation-form',
  imports: [
    ProgressLine,
    CheckboxField,
    CostRows,
    DateField,
    EntitiesPicker,
    ErrorSummary,
    FormField,
    NumberField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Empfehlung bearbeiten' : 'Empfehlung anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      @if (begun()) {
        <form class="rt-form" novalidate (submit)="save($event)">
          <rt-error-summary [entry]="entry" />
          @if (of()?.decisions?.length) {
            <p class="rt-note rt-note-warning">
              Über diesen Wortlaut wurde schon beraten. Ändern Sie ihn, sind die Beschlüsse und alles, was
              daraus entstand, zu prüfen.
            </p>
          }
          <rt-text-area
            label="Vorgeschlagener Wortlaut"
            hint="Was genau geschehen soll, so wie es beschlossen werden kann."
            [rows]="5"
            [formField]="entry.fields.wording"
          />
          <rt-entities-picker
            label="Schwerpunkte, aus denen sie folgt"
            hint="Hinter mindestens einem muss ein Befund stehen."
            [lookup]="lookups.priorities"
            [chosen]="chosen()"
            [formField]="entry.fields.priorityIds"
          />
          <rt-select-field label="Handlungsfeld" [choices]="fields()" [formField]="entry.fields.fieldId" />
          <rt-number-field label="Jahr" [formField]="entry.fields.year" />
          <rt-text-field
            label="An wen sie sich richtet"
            hint="Etwa Kreistag, Fachbereich Soziales, Gemeinden."
            [formField]="entry.fields.addressee"
          />
          <rt-text-area
            label="Woran der Erfolg gemessen wird"
            [rows]="2"
            [formField]="entry.fields.measureOfSuccess"
          />
          <rt-text-area
            label="Warum sie erreichbar ist"
            hint="Wer kann es, mit welchen Mitteln?"
            [rows]="2"
            [formField]="entry.fields.feasibility"
          />
          <rt-text-area label="Warum sie wichtig ist" [rows]="2" [formField]="entry.fields.relevance" />
          <rt-date-field label="Bis wann" [formField]="entry.fields.dueOn" />
          <rt-checkbox-field label="Kostenneutral" [formField]="entry.fields.costNeutral" />
          @if (!entry.model().costNeutral) {
            <rt-cost-rows
              [rows]="entry.model().costs"
              [firstYear]="entry.model().year"
              (rowsChange)="setCosts($event)"
            />
            <rt-text-field label="Finanzierung" [formField]="entry.fields.fundingSource" />
          }
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="entry.busy()">
              {{ of() ? 'Speichern' : 'Anlegen' }}
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
export class RecommendationForm {
  readonly of = input<RecommendationView | null>(null);
  /** The Schwerpunkt a new one begins with. */
  readonly priorityId = input<string>();
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ScreenClock);
  protected readonly lookups = inject(FindingLookups);
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly chosen = signal<readonly PickItem[]>([]);
  protected readonly entry = requestForm(SaveRecommendation, {}, { about: () => this.of()?.id });

  /** Before what it begins with is there, nothing can be typed that would be overwritten. */
  protected readonly begun = computed(() => !!this.of() || this.found());
  private readonly found = signal(false);

  constructor() {
    effect(() => {
      const it = this.of();
      if (it) untracked(() => this.fill(it));
      else void untracked(() => this.begin().finally(() => this.found.set(true)));
    });
  }

  private fill(it: RecommendationView): void {
    this.chosen.set(it.priorities.map(({ id, number, title }) => ({ id, title: `${number} · ${title}` })));
    this.entry.reset({
      wording: it.wording,
      year: it.year,
      fieldId: it.field.id,
      priorityIds: it.priorities.map(({ id }) => id),
      addressee: it.addressee,
      measureOfSuccess: it.measureOfSuccess,
      feasibility: it.feasibility,
      relevance: it.relevance,
      dueOn: it.dueOn,
      costNeutral: it.costNeutral,
      fundingSource: it.fundingSource,
      costs: it.costs,
    });
  }

  private async begin(): Promise<void> {
    const id = this.priorityId();
    const priority = id ? await this.api.get<PriorityView>(`/api/priorities/${id}`) : null;
    if (priority) this.chosen.set([{ id: priority.id, title: `${priority.number} · ${priority.title}` }]);
    this.entry.reset({
      year: dayParts(berlinDay(this.clock.now())).year,
      fieldId: priority?.field.id ?? '',
      priorityIds: priority ? [priority.id] : [],
    });
  }

  protected setCosts(costs: readonly RecommendationView['costs'][number][]): void {
    this.entry.fields.costs().value.set([...costs]);
    this.entry.fields.costs().markAsDirty();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (entered) => {
      const request = entered.costNeutral ? { ...entered, costs: [], fundingSource: '' } : entered;
      if (it) await this.api.change(`/api/recommendations/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/recommendations', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Empfehlung angelegt.');
    this.saved.emit(id);
  }
}
