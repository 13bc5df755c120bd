import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { StepView } from '@runder-tisch/domain/cycles';
import { SaveStep } from '@runder-tisch/domain/cycles/steps/step-requests';
import { DateField, EntityPicker, ErrorSummary, type PickItem, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups } from '../../lists/lookups';
import { StepActors } from './step-actors';

/** Until when, who answers for it, and with whom it is coordinated. */
@Component({
  selector: 'rt-step-form',
  imports: [DateField, EntityPicker, ErrorSummary, FormField, SidePanel, StepActors, TextField],
  template: `
    <rt-side-panel heading="Schritt bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-date-field label="Bis wann" [formField]="entry.fields.dueOn" />
        <rt-text-field label="Stelle, die führt" [formField]="entry.fields.lead" />
        <rt-entity-picker
          label="Zuständige Person"
          hint="Sieht den Schritt unter „Meine Schritte“ und auf Heute, wenn er überfällig ist."
          [lookup]="people"
          [chosen]="person()"
          [formField]="entry.fields.responsibleId"
        />
        <rt-step-actors [organisations]="organisations()" [formField]="entry.fields.actors" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class StepForm {
  readonly of = input.required<StepView>();
  readonly closed = output<void>();
  readonly saved = output<StepView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lookups = inject(Lookups);
  protected readonly entry = requestForm(SaveStep, {}, { about: () => this.of().id });
  protected readonly people = (words: string) => this.lookups.people(words, '');
  protected readonly person = computed<PickItem | null>(() => {
    const person = this.of().responsible;
    return person && { id: person.id, title: person.name };
  });
  protected readonly organisations = computed<readonly PickItem[]>(() =>
    this.of().actors.flatMap(({ organisation }) =>
      organisation ? [{ id: organisation.id, title: organisation.name }] : [],
    ),
  );

  constructor() {
    effect(() => {
      const { dueOn, lead, responsible, actors } = this.of();
      const rows = actors.map(({ organisation, history: _, ...actor }) => ({
        ...actor,
        organisationId: organisation?.id ?? null,
      }));
      untracked(() =>
        this.entry.reset({ dueOn, lead, responsibleId: responsible?.id ?? null, actors: rows }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: StepView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.change<StepView>(`/api/cycle-steps/${id}`, version, request);
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit(view);
  }
}
