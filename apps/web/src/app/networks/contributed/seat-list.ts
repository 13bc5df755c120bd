import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiGraphOutline } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import { membershipRoleLabels, type SeatView } from '@runder-tisch/domain/networks';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';

/** The networks in which an organisation holds a seat or a person sits. */
@Component({
  selector: 'rt-seat-list',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, RouterLink, UnbrokenPipe],
  template: `
    <rt-data-list
      label="Sitze in Netzwerken"
      [columns]="columns()"
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
      <ng-template rtCell="organisation" [rtCellOf]="seats()" let-seat>
        @if (seat.organisation) {
          {{ seat.organisation.name | unbroken }}
        } @else {
          <span class="rt-quiet">für sich selbst</span>
        }
      </ng-template>
      <ng-template rtCell="since" [rtCellOf]="seats()" let-seat>
        <span class="rt-number">{{ seat.fromDay | berlinDate: 'short' }}</span>
        @if (seat.toDay) {
          <span class="rt-cell-note rt-number">bis {{ seat.toDay | berlinDate: 'short' }}</span>
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
export class SeatList {
  readonly of = input.required<'organisation' | 'person'>();
  readonly objectId = input.required<string>();

  protected readonly icon = mdiGraphOutline;
  protected readonly roles = membershipRoleLabels;
  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'network', label: 'Netzwerk', width: '34%' },
    { key: 'role', label: 'Rolle', card: 'plain' },
    this.of() === 'organisation'
      ? { key: 'person', label: 'Mensch' }
      : { key: 'organisation', label: 'Für die Organisation' },
    { key: 'since', label: 'Seit' },
  ]);
  protected readonly answer = httpResource<Page<SeatView>>(() => ({
    url: '/api/memberships',
    params: { [`${this.of()}Id`]: this.objectId() },
  }));
  protected readonly seats = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
}
