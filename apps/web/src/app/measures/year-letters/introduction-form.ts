import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { LetterYearView } from '@runder-tisch/domain/measures/year-letters';
import { SaveLetterYear } from '@runder-tisch/domain/measures/year-letters/year-letter-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** What all letters of a year begin with. */
@Component({
  selector: 'rt-introduction-form',
  imports: [ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel
      [heading]="'Einleitung aller Briefe ' + of().year"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-area
          label="Einleitung"
          hint="Steht nach der Anrede in jedem Brief, deshalb klein beginnen. Leer gilt wieder der Vorschlag."
          [rows]="8"
          [formField]="entry.fields.introduction"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class IntroductionForm {
  readonly of = input.required<LetterYearView>();
  readonly closed = output<void>();
  readonly saved = output<LetterYearView>();

  private readonly api = inject(Api);
  protected readonly entry = requestForm(SaveLetterYear);

  constructor() {
    effect(() => {
      const { introduction } = this.of();
      untracked(() => {
        if (!this.entry.dirty()) this.entry.reset({ introduction });
      });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { year, version } = this.of();
    let view: LetterYearView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.change<LetterYearView>(`/api/letter-years/${year}`, version, request);
    });
    if (done && view) this.saved.emit(view);
  }
}
