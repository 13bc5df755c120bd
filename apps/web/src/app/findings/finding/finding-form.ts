import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FeedbackView } from '@runder-tisch/domain/feedback';
import type { FindingView } from '@runder-tisch/domain/findings';
import { CreateFinding } from '@runder-tisch/domain/findings/findings-requests';
import { EntitiesPicker, ErrorSummary, type PickItem, SelectField, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { FindingLookups, titleOf } from '../finding-lookups';

/** A new Befund, with what speaks for it, or another wording of one; in a panel beside the page. */
@Component({
  selector: 'rt-finding-form',
  imports: [EntitiesPicker, ErrorSummary, FormField, SelectField, SidePanel, TextArea],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Befund bearbeiten' : 'Befund anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-area
          label="Feststellung"
          hint="Ein Satz, der auch ohne die Belege verständlich ist. Keine Namen."
          [rows]="3"
          [formField]="entry.fields.statement"
        />
        <rt-text-area
          label="Vorbehalt"
          hint="Was dagegen spricht oder noch nicht bekannt ist."
          [rows]="2"
          [formField]="entry.fields.caveat"
        />
        <rt-select-field label="Handlungsfeld" [choices]="fields()" [formField]="entry.fields.fieldId" />
        <rt-select-field
          label="Planungsraum"
          placeholder="ganzer Landkreis"
          [choices]="areas()"
          [formField]="entry.fields.planningAreaId"
        />
        <rt-select-field
          label="Gemeinde"
          placeholder="keine bestimmte"
          [choices]="municipalities()"
          [formField]="entry.fields.municipalityId"
        />
        @if (!of()) {
          <rt-entities-picker
            label="Hinweise als Belege"
            hint="Weitere Belege, etwa Ergebnisse von Formaten, fügen Sie auf der Seite des Befunds hinzu."
            [lookup]="lookups.feedback"
            [chosen]="chosen()"
            [formField]="entry.fields.feedbackIds"
          />
          @if (entry.model().argumentIds.length) {
            <p class="rt-note">Das Argument, von dem Sie kommen, wird als Beleg übernommen.</p>
          }
          @if (silence()) {
            <rt-text-area
              label="Schweigen als Beleg"
              hint="Wer gefragt war und nicht zu hören ist."
              [rows]="2"
              [formField]="entry.fields.silence"
            />
          }
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Anlegen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class FindingForm {
  readonly of = input<FindingView | null>(null);
  /** What a new one begins with, as its address says. */
  readonly feedbackId = input<string>();
  readonly argumentId = input<string>();
  readonly fieldId = input<string>();
  readonly silence = input<string>();
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(FindingLookups);
  private readonly lists = inject(ReferenceLists);
  protected readonly fields = this.lists.fieldChoices();
  protected readonly areas = this.lists.planningAreaChoices();
  protected readonly municipalities = this.lists.municipalityChoices();
  protected readonly chosen = signal<readonly PickItem[]>([]);
  protected readonly entry = requestForm(CreateFinding, {}, { about: () => this.of()?.id });

  constructor() {
    effect(() => {
      const it = this.of();
      if (it)
        untracked(() =>
          this.entry.reset({
            statement: it.statement,
            caveat: it.caveat,
            fieldId: it.field.id,
            planningAreaId: it.planningArea?.id ?? null,
            municipalityId: it.municipality?.id ?? null,
          }),
        );
      else void untracked(() => this.begin());
    });
  }

  private async begin(): Promise<void> {
    const [feedbackId, argumentId, silence] = [this.feedbackId(), this.argumentId(), this.silence()];
    const hinweis = feedbackId ? await this.api.get<FeedbackView>(`/api/feedback/${feedbackId}`) : null;
    const staff = hinweis?.audience === 'staff' ? hinweis : null;
    if (staff) this.chosen.set([{ id: staff.id, title: titleOf(staff.number, staff.text ?? '') }]);
    this.entry.reset({
      fieldId: this.fieldId() ?? staff?.primaryField?.id ?? '',
      municipalityId: staff?.municipality?.id ?? null,
      feedbackIds: staff ? [staff.id] : [],
      argumentIds: argumentId ? [argumentId] : [],
      silence: silence ?? '',
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      const { feedbackIds, argumentIds, silence, ...facts } = request;
      if (it) await this.api.change(`/api/findings/${it.id}`, it.version, facts);
      else
        ({ id } = await this.api.create(
          '/api/findings',
          { ...facts, feedbackIds, argumentIds, silence },
          this.entry.intent(),
        ));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Befund angelegt.');
    this.saved.emit(id);
  }
}
