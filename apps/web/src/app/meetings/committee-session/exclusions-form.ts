import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { AgendaItemView, CommitteeSessionView } from '@runder-tisch/domain/meetings';
import { SaveExclusions } from '@runder-tisch/domain/meetings/committee-session/committee-session-requests';
import { ChipSelect, ErrorSummary } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Who neither consults nor votes on an item. */
@Component({
  selector: 'rt-exclusions-form',
  imports: [ChipSelect, ErrorSummary, FormField, SidePanel],
  template: `
    <rt-side-panel heading="Mitwirkungsverbot (§ 33)" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <p>{{ item().title }}</p>
        @if (people().length) {
          <rt-chip-select
            label="Ohne Beratung und Stimme"
            hint="Die Namen stehen bei diesem Punkt in der Niederschrift."
            column
            [choices]="people()"
            [formField]="entry.fields.personIds"
          />
        } @else {
          <p>In diesem Gremium ist noch niemand eingetragen.</p>
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ExclusionsForm {
  readonly session = input.required<CommitteeSessionView>();
  readonly item = input.required<AgendaItemView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveExclusions, {}, { about: () => this.item().id });
  protected readonly people = computed(() =>
    this.session().people.map(({ id, name }) => ({ value: id, label: name })),
  );

  constructor() {
    effect(() => {
      const left = this.session().exclusions.find((it) => it.agendaItemId === this.item().id);
      untracked(() => this.entry.reset({ personIds: left?.people.map(({ id }) => id) ?? [] }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.item();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/meetings/${this.session().meetingId}/agenda/${id}/exclusions`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
