import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  coverageCounts,
  type CoverageDimension,
  coverageDimensionLabels,
  coverageDimensions,
  type CoverageRow,
  type CoverageView,
  silenceSentence,
} from '@runder-tisch/domain/findings/heard';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { ScreenClock } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { asParams } from '../../http/query';
import { problemOf } from '../../http/problem-error';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { TraceTabs } from '../trace-tabs';

/** Who was heard compared with what was wanted; silence becomes a Befund in one click. */
@Component({
  selector: 'rt-heard-page',
  imports: [Cell, DataList, EmptyState, FilterBar, PageHead, ProgressLine, RouterLink, TraceTabs],
  templateUrl: './heard-page.html',
  styleUrl: './heard-page.scss',
})
export class HeardPage {
  // The filters, as the router reads them from the address.
  readonly nach = input<CoverageDimension>();
  readonly jahr = input<string>();
  readonly fieldId = input<string>();

  private readonly api = inject(Api);
  private readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly dimension = computed<CoverageDimension>(() =>
    coverageDimensions.includes(this.nach() as CoverageDimension)
      ? (this.nach() as CoverageDimension)
      : 'MUNICIPALITY',
  );
  private readonly years = lastYears(berlinDay(inject(ScreenClock).now()));
  private readonly period = computed(() => {
    const year = this.years.find((it) => it === this.jahr());
    return year ? { from: `${year}-01-01`, until: `${year}-12-31` } : {};
  });
  protected readonly counts = computed(() => coverageCounts[this.dimension()]);
  protected readonly label = computed(() => coverageDimensionLabels[this.dimension()]);
  protected readonly answer = httpResource<CoverageView>(() => ({
    url: '/api/coverage',
    params: asParams({ dimension: this.dimension(), ...this.period(), fieldId: this.fieldId() }),
  }));
  protected readonly problem = problemOf(this.answer);
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly rows = computed(() => this.view()?.rows ?? []);
  protected readonly result = computed(() => {
    const view = this.view();
    if (!view) return null;
    if (view.silent === 0) return 'Überall wurde so viel gehört wie gewünscht';
    const silent = `${counted(view.silent, 'Stelle', 'Stellen')} mit weniger Hinweisen als gewünscht`;
    const { length } = view.rows;
    return length < view.total
      ? `${silent}; gezeigt sind die ersten ${length.toLocaleString('de-DE')} von ${view.total.toLocaleString('de-DE')}`
      : silent;
  });
  private readonly act = acting(() => this.answer.reload());
  protected readonly busy = this.act.busy;

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Wer' },
    { key: 'heard', label: 'Gehört', width: '14rem', card: 'plain' },
    { key: 'wanted', label: 'Gewünscht im Jahr', width: '10rem' },
    { key: 'take', label: 'Übernehmen', width: '10rem', card: 'plain' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    {
      kind: 'choice',
      key: 'nach',
      label: 'Nach',
      all: coverageDimensionLabels.MUNICIPALITY,
      options: coverageDimensions
        .filter((value) => value !== 'MUNICIPALITY')
        .map((value) => ({ value, label: coverageDimensionLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fields(),
    },
    {
      kind: 'choice',
      key: 'jahr',
      label: 'Zeitraum',
      all: 'Die letzten zwölf Monate',
      options: this.years.map((year) => ({ value: year, label: year })),
    },
  ]);
  protected readonly isSilent = isSilent;

  /** How far the bar goes, in percent of what was wanted. */
  protected share({ heard, wanted }: CoverageRow): number {
    if (wanted === 0) return heard > 0 ? 100 : 0;
    return Math.min(100, Math.round((heard / wanted) * 100));
  }

  protected want(row: CoverageRow, typed: string): void {
    const wanted = Number(typed);
    if (typed.trim() === '' || wanted === row.wanted) return;
    const dimension = this.dimension();
    const { id } = row;
    void this.act(() => this.api.put('/api/coverage/wishes', { dimension, id, wanted }), 'Gemerkt.');
  }

  /** The form of a Befund, begun with this silence. */
  protected asFinding(row: CoverageRow): Record<string, string> {
    const view = this.view();
    const fieldId = this.fieldId() ?? '';
    const field = this.fields().find(({ value }) => value === fieldId)?.label ?? null;
    const schweigen = view ? silenceSentence(view.dimension, row, view, field) : '';
    return { neu: '1', schweigen, ...(fieldId ? { handlungsfeld: fieldId } : {}) };
  }
}

/** This year and the four before: as long as a cycle. */
function lastYears(today: string): string[] {
  const { year } = dayParts(today);
  return Array.from({ length: 5 }, (_, before) => String(year - before));
}

function isSilent({ heard, wanted }: CoverageRow): boolean {
  return heard < wanted;
}
