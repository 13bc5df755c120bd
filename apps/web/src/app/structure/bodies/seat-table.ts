import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiSeatOutline } from '@mdi/js';
import type { StructureSeat } from '@runder-tisch/domain/structure';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';

/** Who sits where, with deputies and empty seats. */
@Component({
  selector: 'rt-seat-table',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FilterBar, RouterLink, UnbrokenPipe],
  template: `
    <section aria-labelledby="wer-sitzt-wo">
      <h2 id="wer-sitzt-wo">Wer sitzt wo</h2>
      <rt-filter-bar label="Sitze filtern" [filters]="filters" [result]="result()" />
      @if (seats.problem(); as problem) {
        <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
      }
      <rt-data-list
        label="Wer sitzt wo"
        [columns]="columns"
        [rows]="seats.rows()"
        [loading]="seats.loading()"
        [total]="seats.total()"
        [hasMore]="seats.hasMore()"
        (more)="seats.more()"
      >
        <ng-template rtCell="body" [rtCellOf]="seats.rows()" let-row>
          <a [routerLink]="[row.kind === 'NETWORK' ? '/netzwerke' : '/planung/gremien', row.body.id]">{{
            row.body.name
          }}</a>
        </ng-template>
        <ng-template rtCell="person" [rtCellOf]="seats.rows()" let-row>
          @if (row.person) {
            @if (opensPeople()) {
              <a [routerLink]="['/akteure/personen', row.person.id]">{{ row.person.name }}</a>
            } @else {
              {{ row.person.name }}
            }
          } @else {
            <span class="rt-badge rt-badge-warning">unbesetzt</span>
          }
          @if (row.deputy) {
            <span class="rt-cell-note">Vertretung: {{ row.deputy.name }}</span>
          }
        </ng-template>
        <ng-template rtCell="organisation" [rtCellOf]="seats.rows()" let-row>
          @if (row.organisation) {
            <a [routerLink]="['/akteure/organisationen', row.organisation.id]">{{
              row.organisation.name | unbroken
            }}</a>
          }
        </ng-template>
        <ng-template rtCell="role" [rtCellOf]="seats.rows()" let-row>
          {{ row.role }}
          <span class="rt-cell-note">seit {{ row.fromDay | berlinDate: 'short' }}</span>
        </ng-template>
        <rt-empty-state
          empty
          heading="Kein Platz passt dazu."
          text="Sie sehen die Plätze der Netzwerke und Gremien, deren Mitglieder Sie sehen dürfen."
          [icon]="icon"
        />
      </rt-data-list>
    </section>
  `,
  styles: `
    section {
      margin-bottom: 28px;
    }
    h2 {
      margin-bottom: 10px;
    }
  `,
})
export class SeatTable {
  readonly search = input<string>();
  readonly kind = input<string>();
  readonly vacant = input<string>();

  private readonly session = inject(Session);
  protected readonly icon = mdiSeatOutline;
  protected readonly opensPeople = computed(() => this.session.may('person:read'));
  protected readonly seats = pagedList<StructureSeat>('/api/structure/seats', () => ({
    search: this.search(),
    kind: this.kind(),
    vacant: this.vacant(),
    limit: 20,
  }));
  protected readonly columns: readonly Column[] = [
    { key: 'person', label: 'Person', width: '26%' },
    { key: 'organisation', label: 'Organisation', card: 'plain', width: '26%' },
    { key: 'body', label: 'Netzwerk oder Gremium', card: 'plain' },
    { key: 'role', label: 'Aufgabe', card: 'plain', width: '10rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Person, Organisation, Netzwerk oder Gremium' },
    {
      kind: 'choice',
      key: 'kind',
      label: 'Netzwerk oder Gremium',
      all: 'Netzwerke und Gremien',
      options: [
        { value: 'NETWORK', label: 'Netzwerke' },
        { value: 'COMMITTEE', label: 'Gremien' },
      ],
    },
    { kind: 'switch', key: 'vacant', label: 'Nur unbesetzte Plätze' },
  ];
  protected readonly result = computed(() => {
    const total = this.seats.total();
    return total === null ? null : counted(total, 'Platz', 'Plätze');
  });
}
