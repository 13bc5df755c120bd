import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { Page } from '@runder-tisch/domain/lists';
import type { MeasureListItem } from '@runder-tisch/domain/measures';
import type { ControlView } from '@runder-tisch/domain/papers/control';
import { SaveControl } from '@runder-tisch/domain/papers/control/control-requests';
import { DateField, EntitiesPicker, ErrorSummary, type PickItem, TextField } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Who is in charge of it, until when, and which measures carry it out. */
@Component({
  selector: 'rt-control-facts-form',
  imports: [DateField, EntitiesPicker, ErrorSummary, FormField, TextField],
  template: `
    <form class="rt-form" novalidate (submit)="save($event)">
      <rt-error-summary [entry]="entry" />
      <rt-text-field label="Zuständiges Amt" [formField]="entry.fields.unit" />
      <rt-date-field label="Frist" [formField]="$any(entry.fields.dueOn)" />
      <rt-entities-picker
        label="Weitere Maßnahmen"
        hint="Die Maßnahmen der Empfehlungen in der Vorlage gehören von selbst dazu."
        [lookup]="measures"
        [chosen]="chosen()"
        [formField]="entry.fields.measureIds"
      />
      <div class="rt-form-actions">
        <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
        <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
      </div>
    </form>
  `,
})
export class ControlFactsForm {
  readonly of = input.required<ControlView>();
  readonly closed = output<void>();
  readonly saved = output<ControlView>();

  private readonly api = inject(Api);
  protected readonly entry = requestForm(SaveControl, {}, { about: () => this.of().id });
  protected readonly chosen = computed<readonly PickItem[]>(() =>
    this.of().measures.map(({ id, number, title }) => ({ id, title, subtitle: number })),
  );
  protected readonly measures = async (search: string): Promise<readonly PickItem[]> => {
    const { items } = await this.api.get<Page<MeasureListItem>>('/api/measures', { search, limit: 12 });
    return items.map(({ id, number, title }) => ({ id, title, subtitle: number }));
  };

  constructor() {
    effect(() => {
      const { unit, dueOn, measureIds } = this.of();
      untracked(() => this.entry.reset({ unit, dueOn, measureIds }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: ControlView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.change<ControlView>(`/api/controls/${id}`, version, request);
    });
    if (done && view) this.saved.emit(view);
  }
}
