import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { OrganisationListItem, PersonListItem } from '@runder-tisch/domain/actors';
import { SaveRepresentation } from '@runder-tisch/domain/actors/actors-requests';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, EntityPicker, ErrorSummary, TextField, type PickItem } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Says that somebody speaks for an organisation from a day on; one of both is known, the other is picked. */
@Component({
  selector: 'rt-representation-form',
  imports: [DateField, EntityPicker, ErrorSummary, FormField, SidePanel, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (!person()) {
          <rt-entity-picker
            label="Person"
            hint="Wer noch fehlt, wird unter „Personen“ angelegt."
            [lookup]="findPeople"
            [formField]="entry.fields.personId"
          />
        }
        @if (!organisation()) {
          <rt-entity-picker
            label="Organisation"
            hint="Was noch fehlt, wird unter „Organisationen“ angelegt."
            [lookup]="findOrganisations"
            [formField]="entry.fields.organisationId"
          />
        }
        <rt-text-field
          label="Funktion"
          hint="Zum Beispiel Leitung oder Beratung."
          [formField]="entry.fields.function"
        />
        <rt-date-field label="Spricht für die Organisation seit" [formField]="entry.fields.fromDay" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Hinzufügen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class RepresentationForm {
  readonly organisation = input<NamedReference | null>(null);
  readonly person = input<NamedReference | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly entry = requestForm(SaveRepresentation);
  protected readonly heading = computed(() =>
    this.person() ? 'Organisation hinzufügen' : 'Person hinzufügen',
  );

  constructor() {
    effect(() => {
      const known = { personId: this.person()?.id ?? '', organisationId: this.organisation()?.id ?? '' };
      untracked(() => this.entry.reset({ ...known, fromDay: this.today }));
    });
  }

  protected readonly findPeople = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<PersonListItem>>('/api/people', { search: words, limit: 12 });
    return page.items.map((person) => ({
      id: person.id,
      title: person.name,
      subtitle: person.organisations.join(', ') || person.mail,
    }));
  };

  protected readonly findOrganisations = async (words: string): Promise<readonly PickItem[]> => {
    const query = { search: words, state: 'active', limit: 12 };
    const page = await this.api.get<Page<OrganisationListItem>>('/api/organisations', query);
    return page.items.map(({ id, name, municipality }) => ({
      id,
      title: name,
      subtitle: municipality ?? '',
    }));
  };

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) =>
      this.api.create('/api/representations', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say('Hinzugefügt.');
    this.saved.emit();
  }
}
