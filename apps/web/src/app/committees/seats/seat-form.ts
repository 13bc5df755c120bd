import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { CommitteeSeatView } from '@runder-tisch/domain/committees';
import { SaveCommitteeSeat } from '@runder-tisch/domain/committees/seat-requests';
import {
  CheckboxField,
  DateField,
  EntityPicker,
  ErrorSummary,
  SelectField,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups, picked } from '../../lists/lookups';

/** Adds a seat or changes one: who sits there, with a vote or without, in whose place. */
@Component({
  selector: 'rt-seat-form',
  imports: [
    CheckboxField,
    DateField,
    EntityPicker,
    ErrorSummary,
    FormField,
    SelectField,
    SidePanel,
    TextField,
  ],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-entity-picker
          label="Person"
          hint="Leer heißt: unbesetzt."
          [lookup]="people"
          [chosen]="chosen()"
          [formField]="entry.fields.personId"
        />
        <rt-text-field
          label="Amt"
          hint="Zum Beispiel „Vorsitz“ oder „sachkundige Einwohnerin“."
          [formField]="entry.fields.office"
        />
        <rt-select-field
          label="Vertritt"
          placeholder="niemanden"
          [choices]="mains()"
          [formField]="entry.fields.deputyOfId"
        />
        <rt-checkbox-field label="Stimmberechtigt" [formField]="entry.fields.voting" />
        <rt-text-field
          label="Wahlperiode"
          hint="In Ihren Worten, zum Beispiel „2024–2029“."
          [formField]="entry.fields.term"
        />
        <div class="rt-form-pair">
          <rt-date-field label="Von" [formField]="entry.fields.fromDay" />
          <rt-date-field label="Bis" [formField]="$any(entry.fields.toDay)" />
        </div>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ seat() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class SeatForm {
  readonly committeeId = input.required<string>();
  readonly seat = input.required<CommitteeSeatView | null>();
  readonly seats = input.required<readonly CommitteeSeatView[]>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lookups = inject(Lookups);
  protected readonly entry = requestForm(SaveCommitteeSeat, {}, { about: () => this.seat()?.id });
  protected readonly heading = computed(() => (this.seat() ? 'Sitz ändern' : 'Sitz hinzufügen'));
  protected readonly chosen = computed(() => picked(this.seat()?.person));
  protected readonly people = (words: string) => this.lookups.people(words, '');
  protected readonly mains = computed(() =>
    this.seats()
      .filter((it) => !it.deputyOf && !it.toDay && it.id !== this.seat()?.id)
      .map((it) => ({ value: it.id, label: it.person?.name ?? (it.office || 'unbesetzter Sitz') })),
  );

  constructor() {
    effect(() => {
      const seat = this.seat();
      if (!seat) return;
      const { person, office, voting, deputyOf, term, fromDay, toDay } = seat;
      untracked(() =>
        this.entry.reset({
          personId: person?.id ?? null,
          office,
          voting,
          deputyOfId: deputyOf?.id ?? null,
          term,
          fromDay,
          toDay,
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const seat = this.seat();
    const done = await this.entry.submit((request) =>
      seat
        ? this.api.change(`/api/committee-seats/${seat.id}`, seat.version, request)
        : this.api.create(`/api/committees/${this.committeeId()}/seats`, request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(seat ? 'Gespeichert.' : 'Sitz hinzugefügt.');
    this.saved.emit();
  }
}
