import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type SectorPlanMove,
  sectorPlanMoveLabels,
  type SectorPlanView,
} from '@runder-tisch/domain/data-requests';
import { MoveSectorPlan } from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Since when the new state of a Fachplanung holds. */
@Component({
  selector: 'rt-sector-plan-move-form',
  imports: [DateField, ErrorSummary, FormField, SidePanel],
  template: `
    <rt-side-panel [heading]="label() + ': ' + of().name" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-date-field label="Seit wann?" [formField]="entry.fields.on" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ label() }}</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class SectorPlanMoveForm {
  readonly of = input.required<SectorPlanView>();
  readonly move = input.required<SectorPlanMove>();
  readonly closed = output<void>();
  readonly moved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly label = computed(() => sectorPlanMoveLabels[this.move()]);
  protected readonly entry = requestForm(
    MoveSectorPlan,
    { on: berlinDay(inject(ScreenClock).now()) },
    { about: () => `${this.of().id} ${this.move()}` },
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/sector-plans/${id}/moves/${this.move()}`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.moved.emit();
  }
}
