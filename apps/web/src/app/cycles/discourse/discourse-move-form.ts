import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type DiscourseMove, discourseMoveLabels, type DiscourseView } from '@runder-tisch/domain/cycles';
import { MoveDiscourse } from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Closing asks what was learnt, opening again why. */
@Component({
  selector: 'rt-discourse-move-form',
  imports: [ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (move() === 'close') {
          <rt-text-area
            label="Reflexion"
            hint="Was haben wir gelernt, was geht in die nächste Runde? Damit beginnt sie."
            [rows]="10"
            [formField]="entry.fields.reflection"
          />
        } @else {
          <rt-text-area
            label="Warum wird die Runde wieder geöffnet?"
            [rows]="4"
            [formField]="entry.fields.reason"
          />
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ heading() }}</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class DiscourseMoveForm {
  readonly of = input.required<DiscourseView>();
  readonly move = input.required<DiscourseMove>();
  readonly closed = output<void>();
  readonly moved = output<DiscourseView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly heading = computed(() => discourseMoveLabels[this.move()]);
  protected readonly entry = requestForm(
    MoveDiscourse,
    {},
    { about: () => `${this.of().id}/${this.move()}` },
  );

  constructor() {
    effect(() => {
      const reflection = this.move() === 'close' ? this.of().reflection : '';
      untracked(() => this.entry.reset({ reflection }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: DiscourseView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<DiscourseView>(
        `/api/discourse-rounds/${id}/${this.move()}`,
        version,
        request,
      );
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.moved.emit(view);
  }
}
