import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiInboxArrowDownOutline } from '@mdi/js';
import {
  type DataRequestListItem,
  dataRequestStateLabels,
  dataRequestStates,
  type ExpectedDelivery,
  type InterfaceView,
} from '@runder-tisch/domain/data-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { RequestForm } from './request-form';
import { RequestState } from './request-state';

/** All Datenanforderungen, what is open first; filters stand in the address. */
@Component({
  selector: 'rt-request-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    PageHead,
    RequestForm,
    RequestState,
    RouterLink,
    UnbrokenPipe,
  ],
  templateUrl: './request-list-page.html',
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 6px 14px;
      padding: 8px 0;
      border-top: 1px solid var(--rt-line);
    }
    li:first-child {
      border-top: 0;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    details {
      margin-bottom: 18px;
    }
    summary {
      cursor: pointer;
    }
  `,
})
export class RequestListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly agreementId = input<string>();
  readonly overdue = input<string>();
  readonly open = input<string>();
  readonly neu = input<string>();
  /** The row of the register a new one is asked by. */
  readonly schnittstelle = input<string>();
  /** And the period it is for. */
  readonly zeitraum = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiInboxArrowDownOutline;
  protected readonly mayChange = computed(() => this.session.may('data-request:change'));
  private readonly query = computed(() => ({
    search: this.search(),
    state: this.state(),
    agreementId: this.agreementId(),
    overdue: this.overdue(),
    open: this.open(),
  }));
  protected readonly list = pagedList<DataRequestListItem>('/api/data-requests', this.query);
  private readonly register = httpResource<Page<InterfaceView>>(() => '/api/interfaces');
  private readonly proposed = httpResource<Page<ExpectedDelivery>>(() => '/api/data-requests/expected');
  protected readonly expected = computed(() => (this.proposed.hasValue() ? this.proposed.value().items : []));
  protected readonly expectedWords = computed(
    () =>
      `Als Nächstes anfordern: ${counted(this.expected().length, 'Lieferung', 'Lieferungen')} nach dem Rhythmus der Schnittstellen`,
  );

  protected readonly columns: readonly Column[] = [
    { key: 'what', label: 'Was' },
    { key: 'partner', label: 'Von', width: '26%' },
    { key: 'state', label: 'Stand', card: 'plain', width: '13rem' },
    { key: 'due', label: 'Bis', width: '7rem' },
    { key: 'by', label: 'Angefordert von', width: '10rem' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Nummer, Stelle oder Inhalt' },
    {
      kind: 'choice',
      key: 'agreementId',
      label: 'Schnittstelle',
      all: 'Jede Schnittstelle',
      options: (this.register.hasValue() ? this.register.value().items : [])
        .filter(({ direction }) => direction === 'TO_PLANNING')
        .map(({ id, partner, name }) => ({ value: id, label: `${partner}: ${name}` })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: dataRequestStates
        .filter((value) => value !== 'IMPORTED')
        .map((value) => ({ value, label: dataRequestStateLabels[value] })),
    },
    { kind: 'switch', key: 'open', label: 'Nur offene' },
    { kind: 'switch', key: 'overdue', label: 'Nur überfällige' },
  ]);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Anforderung', 'Anforderungen');
  });

  protected openForm(open: boolean, agreementId: string | null = null): void {
    void this.router.navigate([], {
      queryParams: { neu: open ? 1 : null, schnittstelle: agreementId, zeitraum: null },
      queryParamsHandling: 'merge',
    });
  }

  protected created(id: string): void {
    void this.router.navigate(['/daten/lieferungen', id]);
  }
}
