import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { CommitteeSessionView } from '@runder-tisch/domain/meetings';
import { SaveCommitteeSession } from '@runder-tisch/domain/meetings/committee-session/committee-session-requests';
import { DateField, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Local notice, the reason for a Ladungsfrist cut short, and what is said of the quorum. */
@Component({
  selector: 'rt-committee-session-form',
  imports: [DateField, ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Angaben zur Sitzung" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-date-field label="Ortsüblich bekannt gemacht am" [formField]="$any(entry.fields.noticeOn)" />
        <rt-text-field
          label="Wo"
          hint="Zum Beispiel „Amtsblatt 11/2026“ oder „Aushang am Kreishaus“."
          [formField]="entry.fields.noticeWhere"
        />
        <rt-text-area
          label="Verkürzte Ladungsfrist, Grund"
          hint="Steht in der Niederschrift."
          [formField]="entry.fields.shortNoticeReason"
        />
        <rt-text-area
          label="Beschlussfähigkeit in Worten"
          hint="Leer: gezählt nach Sitzen und Anwesenheit. Ihre Worte stehen dann statt der Zählung in der Niederschrift."
          [formField]="entry.fields.quorumWords"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class CommitteeSessionForm {
  readonly session = input.required<CommitteeSessionView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveCommitteeSession, {}, { about: () => this.session().meetingId });

  constructor() {
    effect(() => {
      const { localNotice, noticePeriod, quorumWords } = this.session();
      untracked(() =>
        this.entry.reset({
          noticeOn: localNotice.on,
          noticeWhere: localNotice.where,
          shortNoticeReason: noticePeriod.reason,
          quorumWords,
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { meetingId, version } = this.session();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/meetings/${meetingId}/committee-session`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
