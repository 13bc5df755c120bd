import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiGraphOutline } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import { membershipRoleLabels, type SeatView } from '@runder-tisch/domain/networks';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { CurrentOrganisation } from './current-organisation';

/** The networks in which the organisation holds a seat, and who fills it. */
@Component({
  selector: 'rt-organisation-seats',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, RouterLink],
  template: `
    <rt-data-list
      label="Sitze in Netzwerken"
      [columns]="columns"
      [rows]="seats()"
      [loading]="answer.isLoading()"
    >
      <ng-template rtCell="network" [rtCellOf]="seats()" let-seat>
        <a class="rt-row-link" [routerLink]="['/netzwerke', seat.network.id]">{{ seat.network.name }}</a>
      </ng-template>
      <ng-template rtCell="role" [rtCellOf]="seats()" let-seat>{{ roles[seat.role] }}</ng-template>
      <ng-template rtCell="person" [rtCellOf]="seats()" let-seat>
        @if (seat.person) {
          {{ seat.person.name }}
          @if (seat.deputy) {
            <span class="rt-cell-note">Vertretung: {{ seat.deputy.name }}</span>
          }
        } @else {
          <span class="rt-badge rt-badge-warning">unbesetzt</span>
        }
      </ng-template>
      <ng-template rtCell="since" [rtCellOf]="seats()" let-seat>
        {{ seat.fromDay | berlinDate: 'short' }}
        @if (seat.toDay) {
          – {{ seat.toDay | berlinDate: 'short' }}
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Sitzt in keinem Netzwerk"
        text="Sitze vergeben Sie auf der Seite des Netzwerks unter „Mitglieder“."
        [icon]="icon"
      />
    </rt-data-list>
  `,
})
export class OrganisationSeats {
  private readonly current = inject(CurrentOrganisation);
  protected readonly icon = mdiGraphOutline;
  protected readonly roles = membershipRoleLabels;
  protected readonly columns: readonly Column[] = [
    { key: 'network', label: 'Netzwerk' },
    { key: 'role', label: 'Rolle', card: 'plain' },
    { key: 'person', label: 'Mensch' },
    { key: 'since', label: 'Seit' },
  ];
  protected readonly answer = httpResource<Page<SeatView>>(() => {
    const organisation = this.current.view();
    return organisation
      ? { url: '/api/memberships', params: { organisationId: organisation.id } }
      : undefined;
  });
  protected readonly seats = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
}
