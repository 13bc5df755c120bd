import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DataSourceListItem, IndicatorView } from '@runder-tisch/domain/indicators';
import {
  areaLevelLabels,
  areaLevels,
  disclosureRuleLabels,
  disclosureRules,
  indicatorKindLabels,
  indicatorKinds,
  indicatorUnits,
  periodKindLabels,
  periodKinds,
  unitFacts,
} from '@runder-tisch/domain/indicators/catalogue';
import { directionLabels, directions } from '@runder-tisch/domain/indicators/formulas';
import { CreateIndicator } from '@runder-tisch/domain/indicators/indicators-requests';
import type { Page } from '@runder-tisch/domain/lists';
import {
  CheckboxField,
  ChipSelect,
  ErrorSummary,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** A new indicator, or how one is told from now on; in a panel beside the page. */
@Component({
  selector: 'rt-definition-form',
  imports: [CheckboxField, ChipSelect, ErrorSummary, FormField, SelectField, SidePanel, TextArea, TextField],
  templateUrl: './definition-form.html',
})
export class DefinitionForm {
  readonly of = input<IndicatorView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  private readonly sources = httpResource<Page<DataSourceListItem>>(() => '/api/data-sources');
  protected readonly sourceChoices = computed(() =>
    (this.sources.hasValue() ? this.sources.value().items : [])
      .filter((it) => it.active)
      .map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly choices = {
    kind: indicatorKinds.map((value) => ({ value, label: indicatorKindLabels[value] })),
    unit: indicatorUnits.map((value) => ({ value, label: unitFacts[value].label })),
    level: areaLevels.map((value) => ({ value, label: areaLevelLabels[value] })),
    period: periodKinds.map((value) => ({ value, label: periodKindLabels[value] })),
    direction: directions.map((value) => ({ value, label: directionLabels[value] })),
    rule: disclosureRules.map((value) => ({ value, label: `${value}: ${disclosureRuleLabels[value]}` })),
    rate: [
      { value: 'SHARE', label: 'Anteil: der Zähler ist Teil des Nenners' },
      { value: 'EVENTS', label: 'Ereignisse: kann mehr als einmal vorkommen' },
      { value: 'PLAIN', label: 'weder noch, ohne Schwankungsbereich' },
    ],
  };
  protected readonly entry = requestForm(CreateIndicator, {}, { about: () => this.of()?.id });

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const {
        source,
        id: _id,
        number: _number,
        factor: _factor,
        changedAt: _at,
        changedBy: _by,
        ...told
      } = it.current;
      untracked(() =>
        this.entry.reset({
          ...told,
          reason: '',
          sourceId: source?.id ?? null,
          code: it.code,
          fieldId: it.field?.id ?? null,
          infrastructure: it.infrastructure,
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      const { code: _code, fieldId: _field, infrastructure: _infrastructure, ...told } = request;
      if (it) await this.api.act(`/api/indicators/${it.id}/versions`, it.version, told);
      else ({ id } = await this.api.create('/api/indicators', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Neue Fassung gespeichert.' : 'Indikator angelegt.');
    this.saved.emit(id);
  }
}
