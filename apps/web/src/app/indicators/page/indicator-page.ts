import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiChartBoxOutline } from '@mdi/js';
import {
  dataTestLabels,
  type DataTestsView,
  dataTestVerdictLabels,
  type IndicatorValuesView,
  type IndicatorVersionView,
  type IndicatorView,
} from '@runder-tisch/domain/indicators';
import {
  areaLevelLabels,
  disclosureRuleLabels,
  indicatorKindLabels,
  periodKindLabels,
  unitFacts,
} from '@runder-tisch/domain/indicators/catalogue';
import { directionLabels } from '@runder-tisch/domain/indicators/formulas';
import { wholeNumber } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';
import { CompletenessBar } from '../completeness-bar';
import { FigureReleases } from '../releases/releases-card';
import { MunicipalityValues } from '../viewing/municipality-values';
import { ValueCourse } from '../viewing/value-course';
import { DefinitionForm } from './definition-form';
import { FilingForm } from './filing-form';
import { ValuesTable } from './values-table';

/** One indicator: what it says, its newest values, their course, the municipalities, and where all this comes from. */
@Component({
  selector: 'rt-indicator-page',
  imports: [
    BerlinDatePipe,
    CompletenessBar,
    DefinitionForm,
    EmptyState,
    FigureReleases,
    FilingForm,
    PageHead,
    ProgressLine,
    MunicipalityValues,
    RouterLink,
    ValueCourse,
    ValuesTable,
  ],
  templateUrl: './indicator-page.html',
  styles: `
    .tests li,
    .versions li {
      padding: 8px 0;
      border-top: 1px solid var(--rt-line);
    }
    .tests li:first-child,
    .versions li:first-child {
      border-top: 0;
    }
    ul {
      padding: 0;
      list-style: none;
    }
  `,
})
export class IndicatorPage {
  readonly id = input.required<string>();
  protected readonly icon = mdiChartBoxOutline;
  protected readonly back = { label: 'den Indikatoren', link: '/daten/indikatoren' };
  protected readonly labels = {
    kind: indicatorKindLabels,
    level: areaLevelLabels,
    period: periodKindLabels,
    direction: directionLabels,
    rule: disclosureRuleLabels,
    test: dataTestLabels,
    verdict: dataTestVerdictLabels,
  };
  protected readonly panel = signal<'definition' | 'filing' | null>(null);
  protected readonly indicator = keptObject<IndicatorView>(
    () => `/api/indicators/${this.id()}`,
    (view) => view.current.name,
  );
  protected readonly values = keptObject<IndicatorValuesView>(() => `/api/indicators/${this.id()}/values`);
  protected readonly tests = keptObject<DataTestsView>(() =>
    this.indicator.view()?.mayChange ? `/api/indicators/${this.id()}/tests` : undefined,
  );
  /** Whole areas; the municipalities stand beside each other further down. */
  protected readonly wide = computed(
    () => this.values.view()?.newest.filter(({ keyKind }) => keyKind !== 'AGS') ?? [],
  );

  protected formulaOf({ numerator, denominator, factor }: IndicatorVersionView): string {
    const parts = denominator ? `${numerator} ÷ ${denominator}` : numerator;
    return factor ? `${parts} × ${wholeNumber(factor)}` : parts;
  }

  protected levelsOf(version: IndicatorVersionView): string {
    return version.levels.map((level) => areaLevelLabels[level]).join(', ');
  }

  protected unitOf(version: IndicatorVersionView): string {
    return unitFacts[version.unit].label;
  }

  protected changed(): void {
    this.panel.set(null);
    this.indicator.reload();
    this.values.reload();
    this.tests.reload();
  }
}
