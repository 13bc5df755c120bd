import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { Page } from '@runder-tisch/domain/lists';
import type { LinkableRecommendation } from '@runder-tisch/domain/measures';
import type { PaperView } from '@runder-tisch/domain/papers';
import { SavePaper } from '@runder-tisch/domain/papers/papers-requests';
import {
  CheckboxField,
  EntitiesPicker,
  ErrorSummary,
  type PickItem,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';

/** Makes a new one or changes one, in a panel beside the page. */
@Component({
  selector: 'rt-paper-form',
  imports: [CheckboxField, EntitiesPicker, ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Vorlage bearbeiten' : 'Vorlage anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Titel" [formField]="entry.fields.title" />
        <rt-text-field
          label="Nummer"
          hint="Die des Ratsinformationssystems. Leer bekommt die Vorlage eine eigene."
          [formField]="entry.fields.number"
        />
        <rt-text-field label="Adresse im Ratsinformationssystem" [formField]="entry.fields.councilLink" />
        <rt-text-area label="Beschlussvorschlag" [rows]="5" [formField]="entry.fields.proposal" />
        <rt-text-area label="Begründung" [rows]="5" [formField]="entry.fields.reasoning" />
        <rt-text-field label="Wer stellt den Antrag?" [formField]="entry.fields.applicant" />
        <rt-text-field label="Zuständige Stelle" [formField]="entry.fields.unit" />
        <rt-entities-picker
          label="Empfehlungen, über die beschlossen wird"
          [lookup]="recommendations"
          [chosen]="chosen()"
          [formField]="entry.fields.recommendationIds"
        />
        <rt-checkbox-field
          label="Nicht öffentlich"
          hint="Lesen dürfen sie dann außer den Mitarbeitenden nur die Mitglieder der beratenden Gremien."
          [formField]="entry.fields.confidential"
        />
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
export class PaperForm {
  readonly of = input<PaperView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SavePaper);
  protected readonly chosen = computed<readonly PickItem[]>(
    () =>
      this.of()?.recommendations.map(({ id, number, excerpt }) => ({
        id,
        title: number,
        subtitle: excerpt,
      })) ?? [],
  );
  protected readonly recommendations = async (search: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<LinkableRecommendation>>('/api/measures/linkable-recommendations', {
      search,
    });
    return page.items.map(({ id, number, wording }) => ({ id, title: number, subtitle: wording }));
  };

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { number, title, proposal, reasoning, applicant, unit, councilLink, confidential } = it;
      const recommendationIds = it.recommendations.map(({ id }) => id);
      untracked(() =>
        this.entry.reset({
          ...{ number, title, proposal, reasoning, applicant, unit, councilLink, confidential },
          recommendationIds,
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/papers/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/papers', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Angelegt.');
    this.saved.emit(id);
  }
}
