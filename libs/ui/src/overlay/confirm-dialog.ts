import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TextArea } from '../form/text-area';

export interface Question {
  heading: string;
  text?: string;
  /** The verb on the button: "Löschen", "Absagen". Never only "OK". */
  action: string;
  /** null where there is nothing to turn back from. */
  cancel?: string | null;
  danger?: boolean;
  /** Comes by itself and has to be heard. */
  urgent?: boolean;
  /** Asks for words that are kept with the change. */
  reason?: { label: string; required: boolean; hint?: string };
}

export interface Answer {
  reason: string;
}

/** Asks before something that cannot be taken back; opened by `Confirm`. */
@Component({
  selector: 'rt-confirm-dialog',
  imports: [TextArea],
  template: `
    <form class="rt-dialog" (submit)="answer($event)">
      <h2 id="rt-confirm-heading">{{ question.heading }}</h2>
      @if (question.text; as text) {
        <p id="rt-confirm-text">{{ text }}</p>
      }
      @if (question.reason; as wanted) {
        <rt-text-area
          [label]="wanted.label"
          [hint]="wanted.hint"
          [required]="wanted.required"
          [rows]="3"
          [(value)]="reason"
          [touched]="missing()"
          [errors]="missing() ? errors : []"
        />
      }
      <div class="rt-form-actions">
        <button
          data-action
          class="rt-button"
          [class.rt-primary]="!question.danger"
          [class.rt-danger]="question.danger"
        >
          {{ question.action }}
        </button>
        @if (question.cancel !== null) {
          <button data-cancel type="button" class="rt-button" (click)="opened.close()">
            {{ question.cancel ?? 'Abbrechen' }}
          </button>
        }
      </div>
    </form>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly opened = inject<DialogRef<Answer>>(DialogRef);
  protected readonly reason = signal('');
  protected readonly missing = signal(false);
  protected readonly errors = [{ kind: 'required', message: 'Bitte schreiben Sie einen Grund dazu.' }];

  protected answer(event: Event): void {
    event.preventDefault();
    const reason = this.reason().trim();
    this.missing.set(!!this.question.reason?.required && !reason);
    if (!this.missing()) this.opened.close({ reason });
  }
}
