import { httpResource } from '@angular/common/http';
import { Component, computed, debounced, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { mdiContentDuplicate } from '@mdi/js';
import type { PersonView, SimilarActor } from '@runder-tisch/domain/actors';
import { SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import {
  CheckboxField,
  DateField,
  ErrorSummary,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Makes a new person or changes one, in a panel beside the page. */
@Component({
  selector: 'rt-person-form',
  imports: [
    CheckboxField,
    DateField,
    ErrorSummary,
    FormField,
    Icon,
    RouterLink,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  templateUrl: './person-form.html',
})
export class PersonForm {
  readonly person = input<PersonView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly icon = mdiContentDuplicate;
  protected readonly salutations = [
    { value: 'Frau', label: 'Frau' },
    { value: 'Herr', label: 'Herr' },
  ];
  protected readonly entry = requestForm(SavePerson, {}, { about: () => this.person()?.id });

  private readonly typed = debounced(() => {
    const { givenName, familyName, mail } = this.entry.model();
    return { name: `${givenName} ${familyName}`.trim(), mail: mail.trim() };
  }, 300);
  private readonly similarAnswer = httpResource<SimilarActor[]>(() => {
    const typed = this.typed.hasValue() ? this.typed.value() : null;
    if (this.person() || !typed || typed.name.length < 3) return undefined;
    const params: Record<string, string> = typed.mail.includes('@') ? typed : { name: typed.name };
    return { url: '/api/people/similar', params };
  });
  protected readonly similar = computed(() =>
    this.similarAnswer.hasValue() ? this.similarAnswer.value() : [],
  );

  constructor() {
    effect(() => {
      const person = this.person();
      if (person) untracked(() => this.entry.reset(asRequest(person)));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const person = this.person();
    let id = person?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (person) await this.api.change(`/api/people/${id}`, person.version, request);
      else ({ id } = await this.api.create('/api/people', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(person ? 'Gespeichert.' : 'Person angelegt.');
    this.saved.emit(id);
  }
}

function asRequest(person: PersonView): SavePerson {
  return {
    salutation: person.salutation,
    title: person.title,
    givenName: person.givenName,
    familyName: person.familyName,
    mail: person.mail,
    phone: person.phone,
    contactPublic: person.contactPublic,
    consentGivenOn: person.consentGivenOn,
    consentNote: person.consentNote,
    validUntil: person.validUntil,
    note: person.note,
  };
}
