import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiDomain, mdiDownload } from '@mdi/js';
import {
  organisationTypeLabels,
  organisationTypes,
  type OrganisationListItem,
} from '@runder-tisch/domain/actors';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { OrganisationForm } from '../organisation-form/organisation-form';

/** All organisations of the county: found by filters that stand in the address. */
@Component({
  selector: 'rt-organisation-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    Icon,
    OrganisationForm,
    PageHead,
    RouterLink,
    UnbrokenPipe,
  ],
  templateUrl: './organisation-list-page.html',
})
export class OrganisationListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly type = input<string>();
  readonly fieldId = input<string>();
  readonly municipalityId = input<string>();
  readonly state = input<string>();
  readonly sort = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly lists = inject(ReferenceLists);
  protected readonly session = inject(Session);
  protected readonly icons = { organisation: mdiDomain, download: mdiDownload };
  protected readonly typeLabels = organisationTypeLabels;

  private readonly query = computed(() => ({
    search: this.search(),
    type: this.type(),
    fieldId: this.fieldId(),
    municipalityId: this.municipalityId(),
    state: this.state(),
    sort: this.sort(),
  }));
  protected readonly organisations = pagedList<OrganisationListItem>('/api/organisations', this.query);
  protected readonly mayChange = computed(() => this.session.may('organisation:change'));

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name', sort: 'name', width: '34%' },
    { key: 'type', label: 'Art', card: 'plain', width: '14%' },
    { key: 'municipality', label: 'Gemeinde', width: '14%' },
    { key: 'fields', label: 'Handlungsfelder', card: 'hidden' },
    { key: 'people', label: 'Menschen', align: 'end', width: '6.5rem' },
    { key: 'checked', label: 'Geprüft am', sort: 'checked', width: '8.5rem' },
  ];

  private readonly fieldChoices = this.lists.fieldChoices();
  private readonly municipalityChoices = this.lists.municipalityChoices();
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Name, Kurzname oder Postfach' },
    {
      kind: 'choice',
      key: 'type',
      label: 'Art der Organisation',
      all: 'Alle Arten',
      options: organisationTypes.map((type) => ({ value: type, label: organisationTypeLabels[type] })),
    },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fieldChoices(),
    },
    {
      kind: 'choice',
      key: 'municipalityId',
      label: 'Gemeinde',
      all: 'Alle Gemeinden',
      options: this.municipalityChoices(),
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Zustand',
      all: 'Aktive und ehemalige',
      options: [
        { value: 'active', label: 'Nur aktive' },
        { value: 'inactive', label: 'Nur ehemalige' },
      ],
    },
  ]);
  protected readonly filtered = computed(() =>
    Object.entries(this.query()).some(([key, value]) => key !== 'sort' && !!value),
  );
  protected readonly result = computed(() => {
    const total = this.organisations.total();
    if (total === null) return null;
    return counted(total, 'Organisation', 'Organisationen');
  });
  protected readonly exportAddress = computed(() => {
    const chosen = Object.entries(this.query()).flatMap(([key, value]) => (value ? [[key, value]] : []));
    return `/api/organisations/export.csv?${new URLSearchParams(chosen)}`;
  });

  protected sortBy(sort: string): void {
    // The API sorts each column one way: names from A, checks with the longest ago first.
    void this.router.navigate([], {
      queryParams: { sort: sort.replace('-', '') },
      queryParamsHandling: 'merge',
    });
  }

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/akteure/organisationen', id]);
  }
}
