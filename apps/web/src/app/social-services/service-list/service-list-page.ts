import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiDownload, mdiHandHeartOutline } from '@mdi/js';
import {
  serviceStateLabels,
  serviceStates,
  type SocialServiceListItem,
} from '@runder-tisch/domain/social-services';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { ServiceBadge } from '../service-badge';

/** All offers of the county: found by filters that stand in the address. */
@Component({
  selector: 'rt-service-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    Icon,
    PageHead,
    RouterLink,
    ServiceBadge,
    UnbrokenPipe,
  ],
  templateUrl: './service-list-page.html',
})
export class ServiceListPage {
  readonly search = input<string>();
  readonly state = input<string>();
  readonly categoryId = input<string>();
  readonly fieldId = input<string>();
  readonly municipalityId = input<string>();
  readonly organisationId = input<string>();

  private readonly lists = inject(ReferenceLists);
  private readonly session = inject(Session);
  protected readonly icons = { service: mdiHandHeartOutline, download: mdiDownload };
  protected readonly office = computed(() => this.session.may('service:confirm'));
  private readonly query = computed(() => ({
    search: this.search(),
    state: this.state(),
    categoryId: this.categoryId(),
    fieldId: this.fieldId(),
    municipalityId: this.municipalityId(),
    organisationId: this.organisationId(),
  }));
  protected readonly services = pagedList<SocialServiceListItem>('/api/social-services', this.query);
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Angebot', width: '34%' },
    { key: 'category', label: 'Kategorie', card: 'plain', width: '18%' },
    { key: 'place', label: 'Ort', width: '16%' },
    { key: 'state', label: 'Stand' },
    { key: 'confirmed', label: 'Bestätigt am', width: '8.5rem' },
  ];

  private readonly categories = this.lists.categoryChoices();
  private readonly fields = this.lists.fieldChoices();
  private readonly municipalities = this.lists.municipalityChoices();
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Angebot oder Organisation' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: [
        ...(this.office() ? [{ value: 'TO_CONFIRM', label: 'bitte bestätigen, auch Änderungen' }] : []),
        ...serviceStates.map((value) => ({
          value,
          label: value === 'STALE' ? 'über ein Jahr alt' : serviceStateLabels[value],
        })),
      ],
    },
    {
      kind: 'choice',
      key: 'categoryId',
      label: 'Kategorie',
      all: 'Alle Kategorien',
      options: this.categories(),
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
      key: 'municipalityId',
      label: 'Gemeinde',
      all: 'Alle Gemeinden',
      options: this.municipalities(),
    },
  ]);
  protected readonly filtered = computed(() => Object.values(this.query()).some(Boolean));
  protected readonly result = computed(() => {
    const total = this.services.total();
    if (total === null) return null;
    return counted(total, 'Angebot', 'Angebote');
  });
  protected readonly exportAddress = computed(() => {
    const chosen = Object.entries(this.query()).flatMap(([key, value]) => (value ? [[key, value]] : []));
    return `/api/social-services/export.csv?${new URLSearchParams(chosen)}`;
  });
}
