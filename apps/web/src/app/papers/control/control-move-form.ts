import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ControlMove, controlMoveLabels, type ControlView } from '@runder-tisch/domain/papers/control';
import { MoveControl } from '@runder-tisch/domain/papers/control/control-requests';
import { addMonths } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, NumberField, TextArea } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

const asks: Partial<Record<ControlMove, string>> = {
  delay: 'Warum verzögert es sich?',
  reopen: 'Was ist noch zu tun?',
  finish: 'Was wurde getan?',
  stand: 'Was wird regelmäßig vorgelegt?',
  present: 'Was ist dazu zu sagen?',
};

/** One report: how it stands, and what only a human can say on it. */
@Component({
  selector: 'rt-control-move-form',
  imports: [DateField, ErrorSummary, FormField, NumberField, TextArea],
  template: `
    <form class="rt-form" novalidate (submit)="save($event)">
      <h3>{{ heading() }}</h3>
      <rt-error-summary [entry]="entry" />
      <rt-text-area [label]="question()" [rows]="4" [hint]="hint()" [formField]="entry.fields.reason" />
      @if (move() === 'delay') {
        <rt-date-field
          label="Neue Frist"
          hint="Leer bleibt die alte."
          [formField]="$any(entry.fields.dueOn)"
        />
      }
      @if (move() === 'stand' || move() === 'present') {
        <rt-date-field label="Wieder vorlegen am" [formField]="$any(entry.fields.nextOn)" />
        <rt-number-field
          label="Danach alle … Monate"
          hint="Darf leer bleiben."
          [formField]="$any(entry.fields.everyMonths)"
        />
      }
      <div class="rt-form-actions">
        <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ heading() }}</button>
        <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
      </div>
    </form>
  `,
})
export class ControlMoveForm {
  readonly of = input.required<ControlView>();
  readonly move = input.required<ControlMove>();
  readonly closed = output<void>();
  readonly saved = output<ControlView>();

  private readonly api = inject(Api);
  protected readonly entry = requestForm(MoveControl, {}, { about: () => `${this.of().id} ${this.move()}` });
  protected readonly heading = computed(() => controlMoveLabels[this.move()]);
  protected readonly question = computed(() => asks[this.move()] ?? 'Warum gilt ein anderer Stand?');
  /** Without its measures to contradict, words are a help and no duty. */
  protected readonly hint = computed(() =>
    this.move() === 'delay' || this.move() === 'reopen'
      ? 'Steht so auf dem Papier des Gremiums.'
      : this.of().follows && this.of().measures.length > 0 && this.move() !== 'stand'
        ? 'Der Stand folgt sonst der Maßnahme. Ihr Grund steht auf dem Papier des Gremiums.'
        : 'Darf leer bleiben. Steht sonst so auf dem Papier des Gremiums.',
  );

  constructor() {
    effect(() => {
      const { nextOn, everyMonths } = this.of();
      const move = this.move();
      untracked(() => {
        if (move === 'present' && nextOn)
          this.entry.reset({ nextOn: everyMonths ? addMonths(nextOn, everyMonths) : null, everyMonths });
      });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: ControlView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<ControlView>(`/api/controls/${id}/${this.move()}`, version, request);
    });
    if (done && view) this.saved.emit(view);
  }
}
