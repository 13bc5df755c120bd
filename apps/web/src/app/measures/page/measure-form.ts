import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { RecommendationView } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type LinkableRecommendation,
  measureKindLabels,
  measureKinds,
  type MeasureView,
} from '@runder-tisch/domain/measures';
import { SaveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import {
  CheckboxField,
  DateField,
  EntitiesPicker,
  EntityPicker,
  ErrorSummary,
  type PickItem,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups, picked } from '../../lists/lookups';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { BudgetYears } from './budget-years';
import { Milestones } from './milestones';

/** Makes a new one or changes one, in a panel beside the page. */
@Component({
  selector: 'rt-measure-form',
  imports: [
    BudgetYears,
    CheckboxField,
    DateField,
    EntitiesPicker,
    EntityPicker,
    ErrorSummary,
    FormField,
    Milestones,
    ProgressLine,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  templateUrl: './measure-form.html',
})
export class MeasureForm {
  readonly of = input<MeasureView | null>(null);
  /** A new one comes from it. */
  readonly recommendationId = input<string>();
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(Lookups);
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly thisYear = dayParts(berlinDay(inject(ScreenClock).now())).year;
  protected readonly entry = requestForm(SaveMeasure, {}, { about: () => this.of()?.id });
  protected readonly isProject = computed(() => this.entry.model().kind === 'PROJECT');
  /** A provisional step becomes a measure by its own button, since that needs a Beschluss. */
  protected readonly kinds = computed(() => {
    const kind = this.of()?.kind;
    return measureKinds
      .filter((it) => !kind || (it === 'PROVISIONAL_STEP') === (kind === 'PROVISIONAL_STEP'))
      .map((value) => ({ value, label: measureKindLabels[value] }));
  });
  private readonly found = signal(false);
  /** Before what it begins with is there, nothing can be typed that would be overwritten. */
  protected readonly begun = computed(() => !!this.of() || !this.recommendationId() || this.found());
  /** The recommendation a new one comes from. */
  private readonly source = signal<PickItem | null>(null);
  protected readonly chosen = computed(() => ({
    lead: picked(this.of()?.lead),
    person: picked(this.of()?.leadPerson),
    partners: (this.of()?.partners ?? []).map(({ id, name }) => ({ id, title: name })),
    recommendations: this.chosenRecommendations(),
  }));
  protected readonly people = (words: string) =>
    this.lookups.people(words, this.entry.model().leadOrganisationId);
  protected readonly recommendations = async (search: string): Promise<readonly PickItem[]> => {
    const { items } = await this.api.get<Page<LinkableRecommendation>>(
      '/api/measures/linkable-recommendations',
      { search },
    );
    return items.map(({ id, number, wording }) => ({ id, title: number, subtitle: wording }));
  };

  constructor() {
    effect(() => {
      const it = this.of();
      const from = this.recommendationId();
      if (it) untracked(() => this.entry.reset(asRequest(it)));
      else if (from) void untracked(() => this.beginWith(from).finally(() => this.found.set(true)));
    });
  }

  /** What the recommendation says already is not typed a second time. */
  private async beginWith(id: string): Promise<void> {
    const from = await this.api.get<RecommendationView>(`/api/recommendations/${id}`);
    this.source.set({ id, title: from.number, subtitle: from.wording });
    this.entry.reset({
      recommendationIds: [id],
      fieldId: from.field.id,
      target: from.measureOfSuccess,
      dueOn: from.dueOn,
      costNeutral: from.costNeutral,
      fundingSource: from.fundingSource,
      costs: from.costs.map(({ budgetYear, oneOff, yearly }) => ({ year: budgetYear, oneOff, yearly })),
    });
  }

  private chosenRecommendations(): PickItem[] {
    const source = this.source();
    const linked = this.of()?.recommendations ?? [];
    return [
      ...linked.map((it) => ({ id: it.id, title: it.number, subtitle: it.wording })),
      ...(source ? [source] : []),
    ];
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (typed) => {
      const request = typed.kind === 'PROJECT' ? typed : { ...typed, funder: '', fundingUntil: null };
      if (it) await this.api.change(`/api/measures/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/measures', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Angelegt.');
    this.saved.emit(id);
  }
}

function asRequest(it: MeasureView): SaveMeasure {
  const { kind, title, description, target, startsOn, dueOn, costNeutral, fundingSource, funder } = it;
  return {
    ...{ kind, title, description, target, startsOn, dueOn, costNeutral, fundingSource, funder },
    fundingUntil: it.fundingUntil,
    fieldId: it.field.id,
    leadOrganisationId: it.lead?.id ?? null,
    leadPersonId: it.leadPerson?.id ?? null,
    partnerIds: it.partners.map(({ id }) => id),
    costs: it.costs,
    milestones: it.milestones,
    recommendationIds: it.recommendations.map(({ id }) => id),
  };
}
