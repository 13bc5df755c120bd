import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { SaveFormat } from '@runder-tisch/domain/formats/formats-requests';
import { TextArea } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';
import { CurrentFormat } from './current-format';

/** The words people are invited with; greeting, date and place are put around them by the mail. */
@Component({
  selector: 'rt-format-invitation',
  imports: [FormField, TextArea],
  template: `
    <p class="rt-quiet">Anrede, Tag und Ort setzt die Mail dazu; der Text geht danach klein weiter.</p>
    @if (editing()) {
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-text-area label="Text" [rows]="8" [formField]="entry.fields.invitationText" />
        <div class="rt-row">
          <button class="rt-button rt-small" [disabled]="current.saving()">Übernehmen</button>
          <button type="button" class="rt-button rt-plain rt-small" (click)="editing.set(false)">
            Abbrechen
          </button>
        </div>
      </form>
    } @else {
      <p class="rt-lines letter">
        @if (text()) {
          {{ text() }}
        } @else {
          <span class="rt-quiet">Noch kein Text.</span>
        }
      </p>
      @if (mayChange()) {
        <button type="button" class="rt-button rt-small rt-unprinted" (click)="begin()">Text ändern</button>
      }
    }
  `,
  styles: `
    .letter {
      max-width: 68ch;
      margin: 10px 0 14px;
      padding-left: 14px;
      border-left: 3px solid var(--rt-line);
    }
    .rt-form {
      margin-top: 10px;
    }
  `,
})
export class FormatInvitation {
  readonly text = input.required<string>();
  readonly mayChange = input(false);
  protected readonly current = inject(CurrentFormat);
  protected readonly editing = signal(false);
  protected readonly entry = requestForm(SaveFormat, {}, { about: () => 'invitation' });

  constructor() {
    // Where somebody else changed the text meanwhile, a text being typed is not overwritten.
    effect(() => {
      const text = this.text();
      untracked(() => !this.editing() && this.reset(text));
    });
  }

  protected begin(): void {
    this.reset(this.text());
    this.editing.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let kept = false;
    await this.entry.submit(async ({ invitationText }) => {
      kept = await this.current.save({ invitationText });
    });
    if (kept) this.editing.set(false);
  }

  private reset(invitationText: string): void {
    // The form needs a whole request; the rest of the format is what is stored.
    this.entry.reset({ title: this.current.view()?.title ?? '', invitationText });
  }
}
