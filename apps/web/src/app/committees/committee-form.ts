import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { committeeKindLabels, committeeKinds, type CommitteeView } from '@runder-tisch/domain/committees';
import { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import {
  CheckboxField,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { KeptEntryActions } from '../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../settings/kept-list/kept-list-data';

/** Adds a committee or changes one, in a panel beside the list. */
@Component({
  selector: 'rt-committee-form',
  imports: [
    CheckboxField,
    ErrorSummary,
    FormField,
    KeptEntryActions,
    NumberField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-select-field label="Art" [choices]="kinds" [formField]="entry.fields.kind" />
        <rt-text-field
          label="Sitzungsrhythmus"
          hint="In Ihren Worten, zum Beispiel „viermal im Jahr, donnerstags“."
          [formField]="entry.fields.rhythm"
        />
        <div class="rt-form-pair">
          <rt-number-field
            label="Ladungsfrist"
            unit="Tage"
            hint="Volle Tage zwischen Einladung und Sitzung; leer: keine."
            [formField]="entry.fields.invitationDays"
          />
          <rt-number-field
            label="Beschlussfähig ab"
            unit="Stimmberechtigten"
            hint="Leer: mehr als die Hälfte."
            [formField]="entry.fields.quorum"
          />
        </div>
        <rt-checkbox-field
          label="Sitzungen werden ortsüblich bekannt gemacht"
          [formField]="entry.fields.localNotice"
        />
        <rt-text-area label="Notiz" [formField]="entry.fields.note" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ committee() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (committee(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class CommitteeForm {
  readonly committee = input<CommitteeView | null>(null);
  readonly list = input.required<KeptListData<CommitteeView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly kinds = committeeKinds.map((value) => ({ value, label: committeeKindLabels[value] }));
  protected readonly entry = requestForm(SaveCommittee, {}, { about: () => this.committee()?.id });
  protected readonly heading = computed(() =>
    this.committee() ? 'Gremium bearbeiten' : 'Gremium hinzufügen',
  );

  constructor() {
    effect(() => {
      const committee = this.committee();
      if (!committee) return;
      const { name, kind, rhythm, note, invitationDays, localNotice, quorum } = committee;
      untracked(() => this.entry.reset({ name, kind, rhythm, note, invitationDays, localNotice, quorum }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const committee = this.committee();
    const done = await this.entry.submit((request) =>
      committee
        ? this.api.change(`/api/committees/${committee.id}`, committee.version, request)
        : this.api.create('/api/committees', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(committee ? 'Gespeichert.' : 'Gremium hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}
