import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiGraphOutline } from '@mdi/js';
import {
  networkKindLabels,
  networkKinds,
  networkStateLabels,
  networkStates,
  type NetworkListItem,
} from '@runder-tisch/domain/networks';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { NetworkForm } from '../network-form/network-form';
import { NetworkLightMark } from '../network-light/network-light-mark';
import { NetworkTabs } from '../network-tabs';

/** All networks of the county with their light; filters stand in the address. */
@Component({
  selector: 'rt-network-list-page',
  imports: [
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    NetworkForm,
    NetworkLightMark,
    NetworkTabs,
    PageHead,
    RouterLink,
  ],
  templateUrl: './network-list-page.html',
})
export class NetworkListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly kind = input<string>();
  readonly state = input<string>();
  readonly fieldId = input<string>();
  readonly of = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly lists = inject(ReferenceLists);
  private readonly session = inject(Session);
  protected readonly icon = mdiGraphOutline;
  protected readonly kindLabels = networkKindLabels;
  protected readonly stateLabels = networkStateLabels;
  protected readonly mayCreate = computed(() => this.session.may('network:change'));

  private readonly query = computed(() => ({
    search: this.search(),
    kind: this.kind(),
    state: this.state(),
    fieldId: this.fieldId(),
    of: this.of(),
  }));
  protected readonly networks = pagedList<NetworkListItem>('/api/networks', this.query);

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Netzwerk' },
    { key: 'state', label: 'Stand', card: 'plain', width: '8rem' },
    { key: 'light', label: 'Ampel', width: '27%' },
    { key: 'coordination', label: 'Koordination', width: '19%' },
    { key: 'members', label: 'Mitglieder', align: 'end', width: '7rem' },
  ];

  private readonly fieldChoices = this.lists.fieldChoices();
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Name oder Kurzname' },
    {
      kind: 'choice',
      key: 'of',
      label: 'Meine oder alle',
      all: 'Alle Netzwerke',
      options: [{ value: 'mine', label: 'Nur meine' }],
    },
    {
      kind: 'choice',
      key: 'kind',
      label: 'Art',
      all: 'Alle Arten',
      options: networkKinds.map((value) => ({ value, label: networkKindLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: networkStates.map((value) => ({ value, label: networkStateLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fieldChoices(),
    },
  ]);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.networks.total();
    if (total === null) return null;
    return counted(total, 'Netzwerk', 'Netzwerke');
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/netzwerke', id]);
  }
}
