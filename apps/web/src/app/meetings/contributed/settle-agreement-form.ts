import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { AgreementView } from '@runder-tisch/domain/meetings';
import { SettleAgreement } from '@runder-tisch/domain/meetings/meetings-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** What became of a Vereinbarung; the minutes themselves stay as they were approved. */
@Component({
  selector: 'rt-settle-agreement-form',
  imports: [ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Was wurde daraus?" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event, 'fulfil')">
        <rt-error-summary [entry]="entry" />
        <p class="rt-lines">{{ agreement().text }}</p>
        <rt-text-area
          label="In einem Satz"
          hint="Steht auch im Jahresbericht. Sie können das Feld leer lassen."
          [formField]="entry.fields.note"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Umgesetzt</button>
          <button type="button" class="rt-button" [disabled]="entry.busy()" (click)="save($event, 'drop')">
            Entfallen
          </button>
          <button type="button" class="rt-button rt-plain" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class SettleAgreementForm {
  readonly agreement = input.required<AgreementView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  protected readonly entry = requestForm(SettleAgreement, {}, { about: () => this.agreement().id });

  protected async save(event: Event, move: 'fulfil' | 'drop'): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/agreements/${this.agreement().id}/${move}`, null, request),
    );
    if (done) this.saved.emit();
  }
}
