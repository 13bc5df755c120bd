import { httpResource } from '@angular/common/http';
import { Component, computed, debounced, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { mdiContentDuplicate } from '@mdi/js';
import {
  organisationTypeLabels,
  organisationTypes,
  type OrganisationView,
  type SimilarActor,
} from '@runder-tisch/domain/actors';
import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import {
  CheckboxField,
  ChipSelect,
  ErrorSummary,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** Makes a new organisation or changes one, in a panel beside the page. */
@Component({
  selector: 'rt-organisation-form',
  imports: [
    CheckboxField,
    ChipSelect,
    ErrorSummary,
    FormField,
    Icon,
    RouterLink,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  templateUrl: './organisation-form.html',
})
export class OrganisationForm {
  readonly organisation = input<OrganisationView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lists = inject(ReferenceLists);
  protected readonly icon = mdiContentDuplicate;
  protected readonly types = organisationTypes.map((type) => ({
    value: type,
    label: organisationTypeLabels[type],
  }));
  protected readonly fieldChoices = this.lists.fieldChoices();
  protected readonly municipalities = this.lists.municipalityChoices();
  protected readonly entry = requestForm(SaveOrganisation, {}, { about: () => this.organisation()?.id });

  private readonly typedName = debounced(() => this.entry.model().name.trim(), 300);
  /** Pointed out while typing; only for new ones, because an existing one resembles itself. */
  private readonly similarAnswer = httpResource<SimilarActor[]>(() => {
    const name = this.typedName.hasValue() ? this.typedName.value() : '';
    return this.organisation() || name.length < 3
      ? undefined
      : { url: '/api/organisations/similar', params: { name } };
  });
  protected readonly similar = computed(() =>
    this.similarAnswer.hasValue() ? this.similarAnswer.value() : [],
  );

  constructor() {
    effect(() => {
      const organisation = this.organisation();
      if (organisation) untracked(() => this.entry.reset(asRequest(organisation)));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const organisation = this.organisation();
    let id = organisation?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (organisation) await this.api.change(`/api/organisations/${id}`, organisation.version, request);
      else ({ id } = await this.api.create('/api/organisations', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(organisation ? 'Gespeichert.' : 'Organisation angelegt.');
    this.saved.emit(id);
  }
}

function asRequest(organisation: OrganisationView): SaveOrganisation {
  return {
    name: organisation.name,
    shortName: organisation.shortName,
    type: organisation.type,
    functionMailbox: organisation.functionMailbox,
    phone: organisation.phone,
    website: organisation.website,
    street: organisation.street,
    postalCode: organisation.postalCode,
    city: organisation.city,
    municipalityId: organisation.municipality?.id ?? null,
    fieldIds: organisation.fields.map((field) => field.id),
    recognisedYouthWelfare: organisation.recognisedYouthWelfare,
    active: organisation.active,
    note: organisation.note,
  };
}
