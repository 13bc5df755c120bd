import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiAccountGroupOutline, mdiClipboardTextOutline } from '@mdi/js';
import type { PersonListItem } from '@runder-tisch/domain/actors';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { BerlinDatePipe, MailAddress, ScreenClock, UnbrokenPipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { PersonForm } from '../person-form/person-form';

/** The people the county works with, each with those they speak for. */
@Component({
  selector: 'rt-person-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    Icon,
    MailAddress,
    PageHead,
    PersonForm,
    RouterLink,
    UnbrokenPipe,
  ],
  templateUrl: './person-list-page.html',
})
export class PersonListPage {
  readonly search = input<string>();
  readonly state = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly clock = inject(ScreenClock);
  protected readonly icons = { people: mdiAccountGroupOutline, paste: mdiClipboardTextOutline };

  private readonly query = computed(() => ({ search: this.search(), state: this.state() }));
  protected readonly people = pagedList<PersonListItem>('/api/people', this.query);
  protected readonly mayChange = computed(() => this.session.may('person:change'));
  protected readonly today = computed(() => berlinDay(this.clock.now()));

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name', width: '26%' },
    { key: 'organisations', label: 'Spricht für', card: 'plain' },
    { key: 'contact', label: 'Erreichbar', card: 'plain', width: '30%' },
    { key: 'valid', label: 'Gültig bis', width: '9rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Name, Mailadresse oder Organisation' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Gültigkeit',
      all: 'Alle Angaben',
      options: [
        { value: 'valid', label: 'Gültige' },
        { value: 'expired', label: 'Abgelaufene' },
      ],
    },
  ];
  protected readonly filtered = computed(() => !!this.search() || !!this.state());
  protected readonly result = computed(() => {
    const total = this.people.total();
    if (total === null) return null;
    return counted(total, 'Person', 'Personen');
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/akteure/personen', id]);
  }
}
