import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MoveStep } from '@runder-tisch/domain/cycles/steps/step-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';

/** A move that wants a word from a human: why it hangs, why it falls away, why it goes back. */
@Component({
  selector: 'rt-reason-form',
  imports: [ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-area [label]="label()" [rows]="4" [formField]="entry.fields.reason" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ heading() }}</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ReasonForm<View extends object> {
  /** What the move asks the API. */
  readonly send = input.required<(request: MoveStep) => Promise<View>>();
  readonly heading = input.required<string>();
  readonly label = input.required<string>();
  readonly closed = output<void>();
  readonly moved = output<View>();

  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(MoveStep, {}, { about: () => this.heading() });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view: View | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.send()(request);
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.moved.emit(view);
  }
}
