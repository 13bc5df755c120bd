import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { FindingView } from '@runder-tisch/domain/findings';
import { AddEvidence } from '@runder-tisch/domain/findings/findings-requests';
import { FormField } from '@angular/forms/signals';
import {
  type IndicatorListItem,
  type IndicatorValuesView,
  shownPeriod,
  shownValue,
} from '@runder-tisch/domain/indicators';
import type { Page } from '@runder-tisch/domain/lists';
import { Combobox, ErrorSummary, type PickItem, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';

/** One value of an indicator that speaks for a Befund: which indicator, where and when. */
@Component({
  selector: 'rt-figure-form',
  imports: [Combobox, ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Zahl hinzufügen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <div>
          <label class="rt-label" for="zahl-indikator">Indikator</label>
          <rt-combobox
            inputId="zahl-indikator"
            [lookup]="indicators"
            [text]="indicator()?.title ?? ''"
            (picked)="pick($event)"
            (cleared)="pick(null)"
          />
        </div>
        @if (values.view(); as it) {
          @if (it.areas.length === 0) {
            <p class="rt-note">Zu diesem Indikator gibt es noch keinen Wert.</p>
          } @else {
            <div>
              <label class="rt-label" for="zahl-gebiet">Gebiet</label>
              <select id="zahl-gebiet" class="rt-control" (change)="area.set(valueOf($event))">
                @for (choice of it.areas; track choice.code) {
                  <option [value]="choice.code" [selected]="choice.code === it.area">
                    {{ choice.name }}
                  </option>
                }
              </select>
            </div>
            <div>
              <label class="rt-label" for="zahl-wert">Wert</label>
              <select id="zahl-wert" class="rt-control" (change)="take(valueOf($event))">
                <option value="" [selected]="!chosen()">bitte wählen</option>
                @for (choice of choices(); track choice.id) {
                  <option [value]="choice.id" [selected]="choice.id === chosen()">{{ choice.says }}</option>
                }
              </select>
            </div>
          }
        }
        <rt-text-area label="Anmerkung dazu" [rows]="2" [formField]="entry.fields.note" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Hinzufügen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class FigureForm {
  readonly of = input.required<FindingView>();
  readonly closed = output<void>();
  readonly saved = output<FindingView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(AddEvidence, {}, { about: () => this.of().id });
  protected readonly indicator = signal<(PickItem & { unit: IndicatorListItem['unit'] }) | null>(null);
  protected readonly area = signal('');
  protected readonly chosen = computed(() => this.entry.model().figureIds[0] ?? '');
  protected readonly values = keptObject<IndicatorValuesView>(() => {
    const indicator = this.indicator();
    const area = this.area() ? `?area=${this.area()}` : '';
    return indicator ? `/api/indicators/${indicator.id}/values${area}` : undefined;
  });
  /** The newest first; what has no number cannot speak for anything. */
  protected readonly choices = computed(() => {
    const unit = this.indicator()?.unit;
    const series = this.values.view()?.series ?? [];
    if (!unit) return [];
    return series
      .filter(({ value }) => value !== null)
      .toReversed()
      .map((it) => ({
        id: it.id,
        says: `${shownPeriod(it.periodKind, it.periodStart, it.periodEnd)}: ${shownValue(it.value, it.flag, unit)}`,
      }));
  });

  private readonly units = new Map<string, IndicatorListItem['unit']>();
  protected readonly indicators = async (search: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<IndicatorListItem>>('/api/indicators', {
      search,
      limit: 12,
      values: 'yes',
    });
    for (const { id, unit } of page.items) this.units.set(id, unit);
    return page.items.map(({ id, code, name, field }) => ({
      id,
      title: `${code} · ${name}`,
      subtitle: field?.name,
    }));
  };

  protected pick(item: PickItem | null): void {
    const unit = item && this.units.get(item.id);
    this.indicator.set(item && unit ? { ...item, unit } : null);
    this.area.set('');
    this.take('');
  }

  protected take(id: string): void {
    this.entry.model.update((model) => ({ ...model, figureIds: id ? [id] : [] }));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view = this.of();
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<FindingView>(`/api/findings/${view.id}/evidence`, null, request);
    });
    if (!done) return;
    this.toasts.say('Zahl hinzugefügt.');
    this.saved.emit(view);
  }
}
