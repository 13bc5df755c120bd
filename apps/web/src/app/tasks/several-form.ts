import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { TasksChangedView } from '@runder-tisch/domain/tasks';
import { ChangeTasks } from '@runder-tisch/domain/tasks/tasks-requests';
import { counted } from '@runder-tisch/domain/text';
import { DateField, EntityPicker, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { Lookups } from '../lists/lookups';

/** Changes that ask for something; the others are done at a click. */
export type AskedChange = 'done' | 'due' | 'hand-over';

const words: Record<AskedChange, { heading: string; action: string }> = {
  done: { heading: 'Als erledigt melden', action: 'Erledigt' },
  due: { heading: 'Neue Frist', action: 'Frist ändern' },
  'hand-over': { heading: 'Andere Zuständige', action: 'Übergeben' },
};

/** What is to be said once for all chosen tasks: the new day, who does them now, or what came of them. */
@Component({
  selector: 'rt-several-form',
  imports: [DateField, EntityPicker, ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel [heading]="said().heading" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <p class="rt-quiet">Gilt für {{ count() }}.</p>
        <rt-error-summary [entry]="entry" />
        @switch (change()) {
          @case ('done') {
            <rt-text-area
              label="Was ist daraus geworden?"
              hint="Ein Satz genügt. Er steht an der Aufgabe."
              [formField]="entry.fields.note"
            />
          }
          @case ('due') {
            <rt-date-field
              label="Neue Frist"
              hint="Ohne Datum haben die Aufgaben keine Frist mehr."
              [formField]="entry.fields.dueOn"
            />
          }
          @case ('hand-over') {
            <rt-entity-picker label="Person" [lookup]="people" [formField]="entry.fields.personId" />
            <rt-entity-picker
              label="Organisation"
              hint="Ohne Person ist dran, wer für die Organisation spricht."
              [lookup]="lookups.organisations"
              [formField]="entry.fields.organisationId"
            />
          }
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ said().action }}</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class SeveralForm {
  readonly ids = input.required<readonly string[]>();
  readonly change = input.required<AskedChange>();
  readonly closed = output<void>();
  readonly changed = output<TasksChangedView>();

  private readonly api = inject(Api);
  protected readonly lookups = inject(Lookups);
  protected readonly entry = requestForm(ChangeTasks);
  protected readonly said = computed(() => words[this.change()]);
  protected readonly count = computed(() => counted(this.ids().length, 'Aufgabe', 'Aufgaben'));
  protected readonly people = (typed: string) =>
    this.lookups.people(typed, this.entry.model().organisationId);

  constructor() {
    effect(() => {
      const request = { ids: [...this.ids()], change: this.change() };
      untracked(() => this.entry.reset(request));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view: TasksChangedView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<TasksChangedView>('/api/tasks/several', null, request);
    });
    if (done && view) this.changed.emit(view);
  }
}
