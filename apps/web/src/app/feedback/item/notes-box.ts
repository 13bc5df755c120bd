import { Component, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FeedbackNoteView, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { WriteNote } from '@runder-tisch/domain/feedback/feedback-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { InboxState } from '../inbox/inbox-state';

/** What the office notes for itself: no sender and no letter knows of it. */
@Component({
  selector: 'rt-notes-box',
  imports: [BerlinDatePipe, ErrorSummary, FormField, TextArea],
  template: `
    <details [open]="item().notes.length > 0">
      <summary>Interne Notizen{{ item().notes.length ? ' (' + item().notes.length + ')' : '' }}</summary>
      <ul>
        @for (note of item().notes; track note.id) {
          <li>
            <p class="rt-lines">{{ note.text }}</p>
            <p class="rt-quiet rt-small">
              {{ note.writtenBy }}, {{ note.createdAt | berlinDate: 'short' }}
              @if (note.mine) {
                <button
                  type="button"
                  class="rt-button rt-plain rt-small"
                  [disabled]="act.busy()"
                  (click)="remove(note)"
                >
                  Löschen
                </button>
              }
            </p>
          </li>
        }
      </ul>
      <form class="rt-form rt-unprinted" novalidate (submit)="write($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-area
          label="Neue Notiz"
          hint="Nur für das Büro. Wer den Hinweis gab, sieht sie nicht."
          [rows]="2"
          [formField]="entry.fields.text"
        />
        <div class="rt-form-actions">
          <button class="rt-button" [disabled]="entry.busy()">Notiz festhalten</button>
        </div>
      </form>
    </details>
  `,
  styles: `
    summary {
      padding: 6px 0;
      color: var(--rt-accent);
      font-weight: 600;
      cursor: pointer;
    }
    ul {
      display: grid;
      gap: 10px;
      margin-bottom: 12px;
    }
    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class NotesBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly inbox = inject(InboxState);
  protected readonly act = acting(() => this.inbox.reload());
  protected readonly entry = requestForm(WriteNote, {}, { about: () => this.item().id, secret: true });

  protected async write(event: Event): Promise<void> {
    event.preventDefault();
    const { id } = this.item();
    const done = await this.entry.submit((request) =>
      this.api.create(`/api/feedback/${id}/notes`, request, this.entry.intent()),
    );
    if (!done) return;
    this.entry.reset();
    this.inbox.reload();
  }

  protected async remove(note: FeedbackNoteView): Promise<void> {
    const path = `/api/feedback/${this.item().id}/notes`;
    const done = await this.act(() => this.api.remove(`${path}/${note.id}`));
    if (!done) return;
    this.toasts.say('Notiz gelöscht.', async () => {
      await this.act(() => this.api.create(path, { text: note.text }), 'Zurückgenommen.');
    });
  }
}
