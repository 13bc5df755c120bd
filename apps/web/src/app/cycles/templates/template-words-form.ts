import { Component, computed, effect, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { TemplatePhaseView, TemplateView } from '@runder-tisch/domain/cycles';
import { SaveTemplate, TemplatePhaseInput } from '@runder-tisch/domain/cycles/templates/template-requests';
import { ErrorSummary, NumberField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';

/** The words of a phase, or those of the version itself. */
@Component({
  selector: 'rt-template-words-form',
  imports: [ErrorSummary, FormField, NumberField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="form().dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="form()" />
        @if (phase()) {
          <rt-text-field label="Name der Phase" [formField]="named.fields.name" />
          <rt-text-area
            label="In einfachen Worten"
            hint="Steht auf der öffentlichen Seite."
            [rows]="3"
            [formField]="named.fields.summary"
          />
        } @else {
          <rt-text-area
            label="Was ist in dieser Fassung anders?"
            [rows]="4"
            [formField]="plan.fields.changeNote"
          />
          <rt-number-field
            label="Länge"
            unit="Monate"
            hint="Für einen kürzeren Zyklus rücken die Termine entsprechend zusammen."
            [formField]="plan.fields.months"
          />
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary">Übernehmen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class TemplateWordsForm {
  readonly of = input.required<TemplateView>();
  readonly phase = input<TemplatePhaseView | null>(null);
  readonly closed = output<void>();
  readonly told = output<{ phase: TemplatePhaseView } | { changeNote: string; months: number }>();

  protected readonly named = requestForm(TemplatePhaseInput, {}, { about: () => this.phase()?.key });
  protected readonly plan = requestForm(SaveTemplate, {}, { about: () => this.of().id });
  protected readonly form = computed(() => (this.phase() ? this.named : this.plan));
  protected readonly heading = computed(() => {
    const phase = this.phase();
    if (!phase) return `Fassung ${this.of().number}`;
    return phase.name ? `Phase „${phase.name}“` : 'Phase hinzufügen';
  });

  constructor() {
    effect(() => {
      const [phase, { changeNote, months }] = [this.phase(), this.of()];
      untracked(() => {
        if (phase) this.named.reset({ key: phase.key, name: phase.name, summary: phase.summary });
        else this.plan.reset({ changeNote, months });
      });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const phase = this.phase();
    if (phase) {
      const done = await this.named.submit(({ name, summary }) => {
        this.told.emit({ phase: { ...phase, name, summary } });
        return Promise.resolve();
      });
      return void done;
    }
    await this.plan.submit(({ changeNote, months }) => {
      this.told.emit({ changeNote, months });
      return Promise.resolve();
    });
  }
}
