import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { CycleView } from '@runder-tisch/domain/cycles';
import { SaveCycle } from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import { dayParts } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { CycleGoals } from './cycle-goals';

/** Days, Wahlperiode, the plan in force and the goals of a cycle. */
@Component({
  selector: 'rt-cycle-form',
  imports: [CycleGoals, DateField, ErrorSummary, FormField, SidePanel, TextField],
  template: `
    <rt-side-panel heading="Zyklus bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-date-field label="Beginnt am" [formField]="entry.fields.beginsOn" />
        <rt-date-field label="Endet am" [formField]="entry.fields.endsOn" />
        <rt-text-field
          label="Wahlperiode"
          hint="Zum Beispiel: Kreistag 2024 bis 2029"
          [formField]="entry.fields.termName"
        />
        <rt-date-field label="Wahlperiode beginnt am" [formField]="entry.fields.termBeginsOn" />
        <rt-date-field label="Wahlperiode endet am" [formField]="entry.fields.termEndsOn" />
        <rt-date-field label="Nächste Kreistagswahl am" [formField]="entry.fields.electionOn" />
        <rt-text-field
          label="Geltender Plan"
          hint="Der zuletzt beschlossene Sozialplan; nach drei Jahren erinnert die Seite an die Fortschreibung."
          [formField]="entry.fields.planTitle"
        />
        <rt-date-field label="Beschlossen am" [formField]="entry.fields.planAdoptedOn" />
        <rt-cycle-goals [firstYear]="firstYear()" [formField]="entry.fields.milestones" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class CycleForm {
  readonly of = input.required<CycleView>();
  readonly closed = output<void>();
  readonly saved = output<CycleView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveCycle, {}, { about: () => this.of().id });
  protected readonly firstYear = computed(() => dayParts(this.of().beginsOn).year);

  constructor() {
    effect(() => {
      const it = this.of();
      const { name, beginsOn, endsOn, termName, termBeginsOn, termEndsOn, electionOn } = it;
      const { planTitle, planAdoptedOn, milestones } = it;
      untracked(() =>
        this.entry.reset({
          ...{ name, beginsOn, endsOn, termName, termBeginsOn, termEndsOn, electionOn },
          ...{ planTitle, planAdoptedOn, milestones },
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: CycleView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.change<CycleView>(`/api/cycles/${id}`, version, request);
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit(view);
  }
}
