import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { membershipRoleLabels, membershipRoles, type NetworkMember } from '@runder-tisch/domain/networks';
import { SaveMembership } from '@runder-tisch/domain/networks/networks-requests';
import { DateField, EntityPicker, ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups, picked } from '../../lists/lookups';

/** Changes a seat: whose it is, who fills it, and as what. */
@Component({
  selector: 'rt-member-form',
  imports: [DateField, EntityPicker, ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel heading="Mitgliedschaft ändern" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-entity-picker
          label="Organisation"
          hint="Der Platz gehört der Organisation."
          [lookup]="lookups.organisations"
          [chosen]="chosen().organisation"
          [formField]="entry.fields.organisationId"
        />
        <rt-entity-picker
          label="Person"
          hint="Wer den Platz ausfüllt. Leer heißt: unbesetzt."
          [lookup]="people"
          [chosen]="chosen().person"
          [formField]="entry.fields.personId"
        />
        <rt-entity-picker
          label="Vertretung"
          [lookup]="people"
          [chosen]="chosen().deputy"
          [formField]="entry.fields.deputyPersonId"
        />
        <div class="rt-form-pair">
          <rt-select-field label="Aufgabe im Netzwerk" [choices]="roles" [formField]="entry.fields.role" />
          <rt-date-field label="Dabei seit" [formField]="entry.fields.fromDay" />
        </div>
        @if (entry.model().role === 'COORDINATOR') {
          <p class="rt-note">Koordination und ihre Vertretung dürfen dieses Netzwerk ändern und einladen.</p>
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class MemberForm {
  readonly seat = input.required<NetworkMember>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(Lookups);
  protected readonly roles = membershipRoles.map((value) => ({ value, label: membershipRoleLabels[value] }));
  protected readonly entry = requestForm(SaveMembership, {}, { about: () => this.seat().id });
  /** People of the chosen organisation come first when nothing is typed yet. */
  protected readonly people = (words: string) =>
    this.lookups.people(words, this.entry.model().organisationId);
  protected readonly chosen = computed(() => ({
    organisation: picked(this.seat().organisation),
    person: picked(this.seat().person),
    deputy: picked(this.seat().deputy),
  }));

  constructor() {
    effect(() => {
      const seat = this.seat();
      untracked(() => this.entry.reset(asRequest(seat)));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const seat = this.seat();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/memberships/${seat.id}`, seat.version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}

function asRequest(seat: NetworkMember): SaveMembership {
  return {
    organisationId: seat.organisation?.id ?? null,
    personId: seat.person?.id ?? null,
    deputyPersonId: seat.deputy?.id ?? null,
    role: seat.role,
    fromDay: seat.fromDay,
  };
}
