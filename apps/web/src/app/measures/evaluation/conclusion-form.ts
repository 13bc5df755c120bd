import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { EvaluationView } from '@runder-tisch/domain/measures/evaluation';
import { ConcludeEvaluation } from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import { DateField, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** What is concluded from the verdict, and what follows from it. */
@Component({
  selector: 'rt-conclusion-form',
  imports: [DateField, ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Auswertung schreiben" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-area
          label="Was hat die Maßnahme verändert?"
          hint="Auch was sich nicht zählen lässt"
          [rows]="5"
          [formField]="entry.fields.conclusion"
        />
        <rt-text-area
          label="Was folgt daraus?"
          hint="Fortsetzen, ändern, beenden, ausweiten: Das geht in die nächste Runde ein."
          [rows]="4"
          [formField]="entry.fields.consequence"
        />
        <rt-text-area
          label="Was sonst gewirkt haben kann"
          [rows]="3"
          [formField]="entry.fields.otherInfluences"
        />
        <rt-date-field
          label="Ausgewertet am"
          hint="Ohne Tag bleibt es ein Entwurf."
          [formField]="entry.fields.evaluatedOn"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ConclusionForm {
  readonly evaluation = input.required<EvaluationView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(
    ConcludeEvaluation,
    {},
    { about: () => this.evaluation().measureId },
  );

  constructor() {
    effect(() => {
      const { conclusion, consequence, otherInfluences, evaluatedOn } = this.evaluation();
      untracked(() => this.entry.reset({ conclusion, consequence, otherInfluences, evaluatedOn }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { measureId, version } = this.evaluation();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/measures/${measureId}/evaluation`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
