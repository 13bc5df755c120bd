import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FindingView, PriorityView } from '@runder-tisch/domain/findings';
import { SavePriority } from '@runder-tisch/domain/findings/findings-requests';
import {
  EntitiesPicker,
  ErrorSummary,
  type PickItem,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { FindingLookups, titleOf } from '../finding-lookups';

/** A new Handlungsschwerpunkt or a change of one. */
@Component({
  selector: 'rt-priority-form',
  imports: [
    ProgressLine,
    EntitiesPicker,
    ErrorSummary,
    FormField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Schwerpunkt bearbeiten' : 'Schwerpunkt anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      @if (begun()) {
        <form class="rt-form" novalidate (submit)="save($event)">
          <rt-error-summary [entry]="entry" />
          <rt-text-field
            label="Titel"
            hint="Worum es gehen soll, etwa „Wohnraum für kleine Haushalte“."
            [formField]="entry.fields.title"
          />
          <rt-text-area label="Beschreibung" [formField]="entry.fields.description" />
          <rt-select-field label="Handlungsfeld" [choices]="fields()" [formField]="entry.fields.fieldId" />
          <rt-entities-picker
            label="Befunde, auf denen er beruht"
            [lookup]="lookups.findings"
            [chosen]="chosen()"
            [formField]="entry.fields.findingIds"
          />
          <rt-text-area
            label="Warum keine Stimme dahintersteht"
            hint="Nur nötig, wenn Sie keinen Befund angeben, etwa bei einer gesetzlichen Pflicht."
            [rows]="2"
            [formField]="entry.fields.withoutVoice"
          />
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
export class PriorityForm {
  readonly of = input<PriorityView | null>(null);
  /** The Befund a new one begins with. */
  readonly findingId = input<string>();
  readonly fieldId = input<string>();
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(FindingLookups);
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly chosen = signal<readonly PickItem[]>([]);
  protected readonly entry = requestForm(SavePriority, {}, { about: () => this.of()?.id });

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

  private fill(it: PriorityView): void {
    this.chosen.set(
      it.findings.map(({ id, number, statement }) => ({ id, title: titleOf(number, statement) })),
    );
    this.entry.reset({
      title: it.title,
      description: it.description,
      fieldId: it.field.id,
      findingIds: it.findings.map(({ id }) => id),
      withoutVoice: it.withoutVoice,
    });
  }

  private async begin(): Promise<void> {
    const id = this.findingId();
    const finding = id ? await this.api.get<FindingView>(`/api/findings/${id}`) : null;
    if (finding) this.chosen.set([{ id: finding.id, title: titleOf(finding.number, finding.statement) }]);
    this.entry.reset({
      fieldId: this.fieldId() ?? finding?.field.id ?? '',
      findingIds: finding ? [finding.id] : [],
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/priorities/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/priorities', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Schwerpunkt angelegt.');
    this.saved.emit(id);
  }
}
