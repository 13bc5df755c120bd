import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  accessibilities,
  accessibilityLabels,
  languageLabels,
  languages,
  missingFacts,
  type Accessibility,
  type ServiceContent,
  type SocialServiceView,
} from '@runder-tisch/domain/social-services';
import { SaveSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import type { NamedReference } from '@runder-tisch/domain/lists';
import {
  CheckboxField,
  ChipSelect,
  DateField,
  EntityPicker,
  ErrorSummary,
  NumberField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  type Choice,
} from '@runder-tisch/ui/form';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups } from '../../lists/lookups';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { SecretPlace } from '../secret-place';
import { ServicePreview } from '../service-preview';
import { neededToSubmit } from './needed-to-submit';
import { Visibility } from './visibility';

/** One column, five sections, at each field who reads it, and beside it what the public will see. */
@Component({
  selector: 'rt-service-form',
  imports: [
    CheckboxField,
    ChipSelect,
    DateField,
    EntityPicker,
    ErrorSummary,
    FormField,
    NumberField,
    RadioField,
    SecretPlace,
    SelectField,
    ServicePreview,
    TextArea,
    TextField,
    Visibility,
  ],
  templateUrl: './service-form.html',
  styleUrl: './service-form.scss',
})
export class ServiceForm {
  readonly service = input<SocialServiceView | null>(null);
  /** Those one may enter for; null: the office, which looks them up. */
  readonly organisations = input<readonly NamedReference[] | null>(null);
  readonly saved = output<{ id: string; submitted: boolean }>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lists = inject(ReferenceLists);
  protected readonly lookups = inject(Lookups);
  protected readonly entry = requestForm(
    SaveSocialService,
    {},
    {
      rules: neededToSubmit,
      about: () => this.service()?.id,
      // It may turn out to be a place that has to stay secret.
      never: ['street', 'postalCode', 'city', 'municipalityId'],
    },
  );
  protected readonly categories = this.lists.categoryChoices();
  protected readonly fieldChoices = this.lists.fieldChoices();
  protected readonly groups = this.lists.targetGroupChoices();
  protected readonly municipalities = this.lists.municipalityChoices();
  protected readonly languages = languages.map((value) => ({ value, label: languageLabels[value] }));
  protected readonly accessibilities = accessibilities.map((value) => ({
    value,
    label: accessibilityLabels[value],
  }));
  /** Once handed in, an entry stays with its organisation. */
  protected readonly organisationChoices = computed(() =>
    (this.service()?.state ?? 'DRAFT') === 'DRAFT'
      ? (this.organisations() ?? []).map((it) => ({ value: it.id, label: it.name }))
      : [],
  );
  protected readonly secret = computed(() => this.entry.model().secretPlace);
  /** A submitted entry is corrected by the office and needs no second submitting. */
  protected readonly waits = computed(() => {
    const service = this.service();
    return service?.state === 'SUBMITTED' || service?.change === 'SUBMITTED';
  });
  protected readonly chosenOrganisation = computed(() => {
    const service = this.service();
    return service ? { id: service.organisation.id, title: service.organisation.name } : null;
  });
  protected readonly organisationName = computed(() => {
    const id = this.entry.model().organisationId;
    return (
      [...(this.organisations() ?? []), this.service()?.organisation].find((it) => it?.id === id)?.name ?? ''
    );
  });
  protected readonly missing = computed(() => {
    const { categoryId, fieldId, municipalityId, accessibility, ...model } = this.entry.model();
    return missingFacts({
      ...model,
      categoryId: categoryId || null,
      fieldId: fieldId || null,
      municipalityId: municipalityId || null,
      accessibility: (accessibility || null) as Accessibility | null,
    }).length;
  });
  protected readonly preview = computed(() => this.asContent());

  constructor() {
    effect(() => {
      const service = this.service();
      const [only, ...others] = this.organisations() ?? [];
      untracked(() => {
        if (service) this.entry.reset(asRequest(service));
        // The list may arrive while somebody types already; what is typed stays.
        else if (only && others.length === 0)
          this.entry.model.update((model) => ({ ...model, organisationId: only.id }));
      });
    });
  }

  /** Both buttons save; the second also hands the entry to the office. */
  protected async save(event: Event, submit: boolean): Promise<void> {
    event.preventDefault();
    let id = this.service()?.id ?? this.kept?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      const version = this.kept?.version ?? this.service()?.version ?? 0;
      if (id) {
        const view = await this.api.change<SocialServiceView>(`/api/social-services/${id}`, version, request);
        this.kept = { id, version: view.version };
      } else {
        ({ id } = await this.api.create('/api/social-services', request, this.entry.intent()));
        this.kept = { id, version: 1 };
      }
      if (!submit) return;
      const view = await this.api.act<SocialServiceView>(
        `/api/social-services/${id}/submit`,
        this.kept.version,
      );
      this.kept = { id, version: view.version };
    });
    if (!done) return;
    this.kept = null;
    this.toasts.say(submit ? 'Eingereicht. Der Landkreis sieht es sich an.' : 'Gespeichert.');
    this.saved.emit({ id, submitted: submit });
  }

  /** Saved, but not submitted because something was missing: the next attempt goes on from there. */
  private kept: { id: string; version: number } | null = null;

  private asContent(): ServiceContent {
    const model = this.entry.model();
    const named = (choices: readonly Choice[], id: string): NamedReference | null => {
      const found = choices.find((it) => it.value === id);
      return found ? { id: found.value, name: found.label } : null;
    };
    const all = (choices: readonly Choice[], ids: readonly string[]): NamedReference[] =>
      ids.flatMap((id) => named(choices, id) ?? []);
    return {
      versionId: '',
      title: model.title,
      category: named(this.categories(), model.categoryId),
      field: named(this.fieldChoices(), model.fieldId),
      description: model.description,
      targetGroups: all(this.groups(), model.targetGroupIds),
      secretPlace: model.secretPlace,
      street: model.street,
      postalCode: model.postalCode,
      city: model.city,
      municipality: named(this.municipalities(), model.municipalityId),
      catchment: all(this.municipalities(), model.catchmentIds),
      accessibility: (model.accessibility || null) as Accessibility | null,
      openingHours: model.openingHours,
      phone: model.phone,
      mail: model.mail,
      website: model.website,
      languages: model.languages,
      waitingDays: typeof model.waitingDays === 'number' ? model.waitingDays : null,
      waitingOn: model.waitingOn || null,
      internalNote: null,
    };
  }
}

function asRequest({ organisation, current }: SocialServiceView): SaveSocialService {
  const { versionId: _version, category, field, municipality, targetGroups, catchment, ...facts } = current;
  return {
    ...facts,
    organisationId: organisation.id,
    categoryId: category?.id ?? null,
    fieldId: field?.id ?? null,
    municipalityId: municipality?.id ?? null,
    targetGroupIds: targetGroups.map((it) => it.id),
    catchmentIds: catchment.map((it) => it.id),
    internalNote: facts.internalNote ?? '',
  };
}
