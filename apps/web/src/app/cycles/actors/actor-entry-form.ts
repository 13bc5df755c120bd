import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type ActorAnalysisView,
  type ActorEntryView,
  type ActorLevel,
  actorLevels,
  actorPartLabels,
  actorParts,
  affectednessLabels,
  influenceLabels,
} from '@runder-tisch/domain/cycles';
import { SaveActorEntry } from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import { ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** One row of the Akteursanalyse: an organisation is judged, or a group of people is named and judged. */
@Component({
  selector: 'rt-actor-entry-form',
  imports: [ErrorSummary, FormField, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (!of()?.organisation) {
          <rt-text-field
            label="Name"
            hint="Zum Beispiel eine Gruppe von Menschen: Alleinerziehende, pflegende Angehörige."
            [formField]="entry.fields.name"
          />
        }
        <rt-select-field
          label="Einfluss"
          [placeholder]="open"
          [choices]="influences"
          [value]="asText(entry.model().influence)"
          (valueChange)="judge('influence', $event)"
        />
        <rt-select-field
          label="Betroffenheit"
          [placeholder]="open"
          [choices]="affectednesses"
          [value]="asText(entry.model().affectedness)"
          (valueChange)="judge('affectedness', $event)"
        />
        <rt-select-field
          label="Rolle im Prozess"
          [placeholder]="open"
          [choices]="parts"
          [formField]="entry.fields.part"
        />
        <rt-select-field
          label="Handlungsfeld"
          hint="Wofür dieser Akteur hier steht; was im Verzeichnis steht, zählt ohnehin."
          placeholder="kein bestimmtes"
          [choices]="fields()"
          [formField]="entry.fields.fieldId"
        />
        <rt-select-field
          label="Zielgruppe"
          hint="Für wen dieser Akteur steht; die Zielgruppen veröffentlichter Angebote zählen ohnehin."
          placeholder="keine bestimmte"
          [choices]="targetGroups()"
          [formField]="entry.fields.targetGroupId"
        />
        <rt-select-field
          label="Gemeinde"
          placeholder="keine bestimmte"
          [choices]="municipalities()"
          [formField]="entry.fields.municipalityId"
        />
        <rt-text-area label="Notiz" [rows]="3" [formField]="entry.fields.note" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Aufnehmen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ActorEntryForm {
  readonly cycleId = input.required<string>();
  readonly of = input<ActorEntryView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<ActorAnalysisView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lists = inject(ReferenceLists);
  protected readonly open = 'noch nicht eingeschätzt';
  protected readonly fields = this.lists.fieldChoices();
  protected readonly targetGroups = this.lists.targetGroupChoices();
  protected readonly municipalities = this.lists.municipalityChoices();
  protected readonly influences = choicesOf(influenceLabels);
  protected readonly affectednesses = choicesOf(affectednessLabels);
  protected readonly parts = actorParts.map((value) => ({ value, label: actorPartLabels[value] }));
  protected readonly entry = requestForm(
    SaveActorEntry,
    {},
    { about: () => this.of()?.id ?? this.cycleId() },
  );
  protected readonly heading = computed(() => this.of()?.name ?? 'Gruppe oder Akteur nennen');

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { organisation, influence, affectedness, part, field, targetGroup, municipality, note } = it;
      untracked(() =>
        this.entry.reset({
          ...{ influence, affectedness, part, note },
          name: organisation ? '' : it.name,
          organisationId: organisation?.id ?? null,
          fieldId: field?.id ?? null,
          targetGroupId: targetGroup?.id ?? null,
          municipalityId: municipality?.id ?? null,
        }),
      );
    });
  }

  protected asText(level: number | null): string {
    return level === null ? '' : String(level);
  }

  protected judge(what: 'influence' | 'affectedness', value: string): void {
    const level = actorLevels.find((it) => String(it) === value) ?? null;
    this.entry.model.update((before) => ({ ...before, [what]: level }));
    this.entry.fields[what]().markAsDirty();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const path = `/api/actor-analyses/${this.cycleId()}/entries`;
    let view: ActorAnalysisView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = it
        ? await this.api.change<ActorAnalysisView>(`${path}/${it.id}`, it.version, request)
        : await this.api.create<ActorAnalysisView>(path, request, this.entry.intent());
    });
    if (!done || !view) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Aufgenommen.');
    this.saved.emit(view);
  }
}

function choicesOf(labels: Record<ActorLevel, string>): { value: string; label: string }[] {
  return actorLevels.map((level) => ({ value: String(level), label: labels[level] }));
}
