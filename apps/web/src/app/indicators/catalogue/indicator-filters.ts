import { httpResource } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { DataSourceListItem } from '@runder-tisch/domain/indicators';
import {
  areaLevelLabels,
  areaLevels,
  indicatorKindLabels,
  indicatorKinds,
} from '@runder-tisch/domain/indicators/catalogue';
import type { Page } from '@runder-tisch/domain/lists';
import type { Filter } from '@runder-tisch/ui/list';
import { ReferenceLists } from '../../reference-lists/reference-lists';

export interface IndicatorFilters {
  filters: Signal<readonly Filter[]>;
  /** As the address says it. */
  query: Signal<Record<string, string>>;
  filtered: Signal<boolean>;
  /** Behind the address of a file. */
  search: Signal<string>;
}

/** What the catalogue is narrowed down by; in an injection context. */
export function indicatorFilters(): IndicatorFilters {
  const fields = inject(ReferenceLists).fieldChoices();
  const sources = httpResource<Page<DataSourceListItem>>(() => '/api/data-sources');
  const address = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  const filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Kürzel oder Name' },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: fields(),
    },
    {
      kind: 'choice',
      key: 'sourceId',
      label: 'Quelle',
      all: 'Alle Quellen',
      options: (sources.hasValue() ? sources.value().items : []).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    },
    {
      kind: 'choice',
      key: 'level',
      label: 'Gebiete',
      all: 'Alle Gebiete',
      options: areaLevels
        .filter((value) => value !== 'GERMANY')
        .map((value) => ({ value, label: areaLevelLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'kind',
      label: 'Art',
      all: 'Jede Art',
      options: indicatorKinds.map((value) => ({ value, label: indicatorKindLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'values',
      label: 'Werte',
      all: 'Mit und ohne Werte',
      options: [
        { value: 'yes', label: 'mit Werten' },
        { value: 'no', label: 'noch ohne Werte' },
      ],
    },
    {
      kind: 'choice',
      key: 'need',
      label: 'Umfang',
      all: 'Jeder Umfang',
      options: [
        { value: 'required', label: 'nötig' },
        { value: 'optional', label: 'freiwillig' },
      ],
    },
  ]);
  const query = computed(() =>
    Object.fromEntries(
      filters().flatMap(({ key }) => {
        const value = address().get(key);
        return value ? [[key, value] as const] : [];
      }),
    ),
  );
  return {
    filters,
    query,
    filtered: computed(() => Object.keys(query()).length > 0),
    search: computed(() => {
      const words = new URLSearchParams(query()).toString();
      return words ? `?${words}` : '';
    }),
  };
}
