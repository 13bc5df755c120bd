import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FeedbackView, GroupView } from '@runder-tisch/domain/feedback';
import type { FindingView } from '@runder-tisch/domain/findings';
import { CreateFinding } from '@runder-tisch/domain/findings/findings-requests';
import { counted } from '@runder-tisch/domain/text';
import { EntitiesPicker, ErrorSummary, type PickItem, SelectField, TextArea } from '@runder-tisch/ui/form';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { FindingLookups, titleOf } from '../finding-lookups';

/** A new Befund, with what speaks for it, or another wording of one; in a panel beside the page. */
@Component({
  selector: 'rt-finding-form',
  imports: [ProgressLine, EntitiesPicker, ErrorSummary, FormField, SelectField, SidePanel, TextArea],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Befund bearbeiten' : 'Befund anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      @if (begun()) {
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
            @if (brought(); as it) {
              <p class="rt-note">{{ it.says }}</p>
            }
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
      } @else {
        <rt-progress-line [busy]="true" />
      }
    </rt-side-panel>
  `,
})
export class FindingForm {
  readonly of = input<FindingView | null>(null);
  /** What a new one begins with, as its address says. */
  readonly feedbackId = input<string>();
  readonly argumentId = input<string>();
  /** A group whose Hinweise speak for it, all of them or those named beside it. */
  readonly groupId = input<string>();
  readonly feedbackIds = input<readonly string[]>([]);
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
  /** Many Hinweise at once: too many for chips, so they are told as a number. */
  protected readonly brought = signal<{ ids: readonly string[]; says: string } | null>(null);
  protected readonly entry = requestForm(CreateFinding, {}, { about: () => this.of()?.id });

  /** Before what it begins with is there, nothing can be typed that would be overwritten. */
  protected readonly begun = computed(() => !!this.of() || this.found());
  private readonly found = signal(false);

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
      else void untracked(() => this.begin().finally(() => this.found.set(true)));
    });
  }

  private async begin(): Promise<void> {
    const [feedbackId, argumentId, silence] = [this.feedbackId(), this.argumentId(), this.silence()];
    const hinweis = feedbackId ? await this.api.get<FeedbackView>(`/api/feedback/${feedbackId}`) : null;
    const staff = hinweis?.audience === 'staff' ? hinweis : null;
    if (staff) this.chosen.set([{ id: staff.id, title: titleOf(staff.number, staff.text ?? '') }]);
    const groupField = await this.bring();
    this.entry.reset({
      fieldId: this.fieldId() ?? staff?.primaryField?.id ?? groupField ?? '',
      municipalityId: staff?.municipality?.id ?? null,
      feedbackIds: staff ? [staff.id] : [],
      argumentIds: argumentId ? [argumentId] : [],
      silence: silence ?? '',
    });
  }

  /** Takes what was chosen on the page before; answers with the Handlungsfeld a group is about. */
  private async bring(): Promise<string | null> {
    const [groupId, named] = [this.groupId(), this.feedbackIds()];
    const group = groupId ? await this.api.get<GroupView>(`/api/feedback-groups/${groupId}`) : null;
    if (!group && named.length === 0) return null;
    const lying = group?.items.filter(({ id }) => named.length === 0 || named.includes(id)) ?? [];
    // While a text is checked anew it speaks for nothing.
    const readable = lying.filter(({ text, state }) => text !== null && state !== 'REJECTED');
    const ids = group ? readable.map(({ id }) => id) : named;
    const from = group ? ` aus der Gruppe „${group.name}“` : '';
    const left =
      readable.length < lying.length
        ? ` ${counted(lying.length - readable.length, 'weiterer wird', 'weitere werden')} gerade geprüft.`
        : '';
    this.brought.set({
      ids,
      says: `${counted(ids.length, 'Hinweis', 'Hinweise')}${from} ${ids.length === 1 ? 'wird als Beleg' : 'werden als Belege'} übernommen.${left}`,
    });
    return lying.find((it) => it.primaryField)?.primaryField?.id ?? null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      const { argumentIds, measureIds, silence, feedbackIds: picked, ...facts } = request;
      const feedbackIds = [...new Set([...picked, ...(this.brought()?.ids ?? [])])];
      if (it) await this.api.change(`/api/findings/${it.id}`, it.version, facts);
      else
        ({ id } = await this.api.create(
          '/api/findings',
          { ...facts, feedbackIds, argumentIds, measureIds, silence },
          this.entry.intent(),
        ));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Befund angelegt.');
    this.saved.emit(id);
  }
}
