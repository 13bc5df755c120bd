import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { IndicatorListItem } from '@runder-tisch/domain/indicators';
import { StateIndicatorSum } from '@runder-tisch/domain/indicators/releases/release-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { EntitiesPicker, ErrorSummary, type PickItem, SelectField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** That what this indicator counts, or divides by, is what others count together. */
@Component({
  selector: 'rt-indicator-sum-form',
  imports: [EntitiesPicker, ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel heading="Summe eintragen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <p class="rt-quiet">
          Wer das Ganze und alle Teile bis auf einen kennt, kennt auch diesen. Was Sie hier eintragen, wird
          bei jeder Freigabe mitgerechnet.
        </p>
        <rt-error-summary [entry]="entry" />
        <rt-select-field
          label="Was setzt sich zusammen?"
          [choices]="measures"
          [formField]="entry.fields.measure"
        />
        <rt-entities-picker
          label="Aus den Zahlen von"
          hint="Kürzel oder Name. Ein einziger heißt: Beide zählen dasselbe."
          [lookup]="indicators"
          [formField]="entry.fields.partIds"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class IndicatorSumForm {
  readonly indicatorId = input.required<string>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly measures = [
    { value: 'COUNTED', label: 'was dieser Indikator zählt' },
    { value: 'COMPARED', label: 'sein Nenner' },
  ];
  protected readonly entry = requestForm(StateIndicatorSum, {}, { about: () => this.indicatorId() });

  protected readonly indicators = async (search: string): Promise<readonly PickItem[]> => {
    const { items } = await this.api.get<Page<IndicatorListItem>>('/api/indicators', { search });
    return items.map(({ id, code, name }) => ({ id, title: `${code} ${name}` }));
  };

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) =>
      this.api.create(`/api/indicators/${this.indicatorId()}/sums`, request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say('Eingetragen.');
    this.saved.emit();
  }
}
