import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type MeasureListItem,
  type MeasureMove,
  measureMoveLabels,
  type MeasureView,
} from '@runder-tisch/domain/measures';
import { MoveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, EntityPicker, ErrorSummary, type PickItem, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

const reasons: Partial<Record<MeasureMove, string>> = {
  approve: 'Worauf beruht der Beschluss?',
  pause: 'Warum ruht sie?',
  reject: 'Warum wird sie abgelehnt?',
  drop: 'Warum wird er fallen gelassen?',
  discontinue: 'Warum wird sie abgebrochen?',
  supersede: 'Was ändert sich dadurch?',
};
const ending: readonly MeasureMove[] = ['reject', 'drop', 'discontinue', 'supersede'];

/** The moves that want a word from a human: a reason, a day, the measure that goes on. */
export const movesWithWords: readonly MeasureMove[] = [
  ...(Object.keys(reasons) as MeasureMove[]),
  'complete',
];

@Component({
  selector: 'rt-move-form',
  imports: [DateField, EntityPicker, ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (isEnding()) {
          <p class="rt-note rt-note-warning">
            Danach wird sie nicht mehr geändert. Ihre Geschichte bleibt lesbar.
          </p>
        }
        @if (move() === 'supersede') {
          <rt-entity-picker
            label="Geht auf in"
            hint="Die Maßnahme, die weitergeht. Beide Seiten nennen einander."
            [lookup]="measures"
            [formField]="entry.fields.followedById"
          />
        }
        @if (move() === 'complete') {
          <rt-date-field label="Umgesetzt am" [formField]="entry.fields.on" />
        }
        @if (reason(); as label) {
          <rt-text-area [label]="label" [rows]="3" [hint]="hint()" [formField]="entry.fields.reason" />
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ heading() }}</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class MoveForm {
  readonly of = input.required<MeasureView>();
  readonly move = input.required<MeasureMove>();
  readonly closed = output<void>();
  readonly moved = output<MeasureView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(
    MoveMeasure,
    { on: berlinDay(inject(ScreenClock).now()) },
    { about: () => `${this.of().id} ${this.move()}` },
  );
  protected readonly heading = computed(() => measureMoveLabels[this.move()]);
  protected readonly reason = computed(() => reasons[this.move()]);
  protected readonly isEnding = computed(() => ending.includes(this.move()));
  protected readonly hint = computed(() => {
    if (this.move() === 'approve')
      return this.of().recommendations.length
        ? 'Darf leer bleiben: Sie beruht auf den verknüpften Empfehlungen.'
        : 'Zum Beispiel: Beschluss des Kreistags vom 12.03.2026. Oder verknüpfen Sie eine Empfehlung.';
    return this.move() === 'pause' || this.move() === 'supersede' ? 'Darf leer bleiben.' : undefined;
  });
  protected readonly measures = async (search: string): Promise<readonly PickItem[]> => {
    const { items } = await this.api.get<Page<MeasureListItem>>('/api/measures', { search, limit: 12 });
    return items
      .filter(({ id }) => id !== this.of().id)
      .map(({ id, number, title }) => ({ id, title, subtitle: number }));
  };

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: MeasureView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<MeasureView>(`/api/measures/${id}/${this.move()}`, version, request);
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.moved.emit(view);
  }
}
