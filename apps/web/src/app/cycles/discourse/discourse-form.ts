import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DiscourseDefaults } from '@runder-tisch/domain/cycles';
import { PlanDiscourse } from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import { DateField, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** The next round: it begins with what the one before has taught. */
@Component({
  selector: 'rt-discourse-form',
  imports: [DateField, ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Diskursrunde beginnen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (previous(); as before) {
          <section class="rt-note" aria-labelledby="eingang">
            <div>
              <strong id="eingang">Ausgangspunkt: Reflexion der {{ before.number }}. Runde</strong>
              @if (before.state === 'CLOSED') {
                <p class="rt-lines">{{ before.reflection }}</p>
              } @else {
                <p>
                  „{{ before.title }}“ ist noch nicht abgeschlossen. Sie können diese Runde schon planen; sie
                  beginnt, sobald die Reflexion geschrieben ist.
                </p>
              }
            </div>
          </section>
        }
        <rt-text-field label="Titel" [formField]="entry.fields.title" />
        <rt-text-area
          label="Leitfrage"
          hint="Was soll diese Runde klären?"
          [rows]="3"
          [formField]="entry.fields.question"
        />
        <rt-date-field label="Von" [formField]="entry.fields.startsOn" />
        <rt-date-field label="Bis" [formField]="entry.fields.endsOn" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Diskursrunde anlegen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class DiscourseForm {
  readonly cycleId = input.required<string>();
  readonly closed = output<void>();
  readonly planned = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(PlanDiscourse, {}, { about: () => this.cycleId() });
  private readonly answer = httpResource<DiscourseDefaults>(() => '/api/discourse-rounds/defaults');
  protected readonly previous = computed(() =>
    this.answer.hasValue() ? this.answer.value().previous : null,
  );

  constructor() {
    effect(() => {
      const cycleId = this.cycleId();
      untracked(() => this.entry.reset({ cycleId }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    const done = await this.entry.submit(async (request) => {
      ({ id } = await this.api.create('/api/discourse-rounds', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say('Die Diskursrunde ist geplant.');
    this.planned.emit(id);
  }
}
