import { httpResource } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import {
  measureKindLabels,
  measureKinds,
  measureStateLabels,
  measureStates,
  measureStatuses,
  measureStatusLabels,
} from '@runder-tisch/domain/measures';
import type { Filter } from '@runder-tisch/ui/list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import type { PlaceTab } from '../../session/place-tabs';

/** The three ways to look at all of them, and what is written about them once a year. */
export const measureTabs: readonly PlaceTab[] = [
  { label: 'Liste', link: '/planung/massnahmen', permission: 'measure:read' },
  { label: 'Zeitstrahl', link: '/planung/massnahmen/zeitstrahl', permission: 'measure:read' },
  { label: 'Kosten', link: '/planung/massnahmen/kosten', permission: 'measure:read' },
  { label: 'Jahresbriefe', link: '/planung/jahresbriefe', permission: 'year-letter:send' },
];

export interface MeasureFilters {
  filters: Signal<readonly Filter[]>;
  /** As the address says it. */
  query: Signal<Record<string, string>>;
  filtered: Signal<boolean>;
  /** Behind the address of a file. */
  search: Signal<string>;
}

/** The same filters above list, timeline and costs; in an injection context. */
export function measureFilters(): MeasureFilters {
  const fields = inject(ReferenceLists).fieldChoices();
  const leads = httpResource<Page<NamedReference>>(() => '/api/measures/leads');
  const address = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  const filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Nummer, Titel oder Ziel' },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: fields(),
    },
    {
      kind: 'choice',
      key: 'leadId',
      label: 'Federführung',
      all: 'Jede Federführung',
      options: (leads.hasValue() ? leads.value().items : []).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: measureStates.map((value) => ({ value, label: measureStateLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'status',
      label: 'Status',
      all: 'Jeder Status',
      options: measureStatuses.map((value) => ({ value, label: measureStatusLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'kind',
      label: 'Art',
      all: 'Jede Art',
      options: measureKinds.map((value) => ({ value, label: measureKindLabels[value] })),
    },
    { kind: 'switch', key: 'silent', label: 'Sachstand fehlt' },
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
