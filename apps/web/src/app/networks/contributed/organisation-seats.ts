import { Component, inject } from '@angular/core';
import { CurrentOrganisation } from '../../actors/organisation-page/current-organisation';
import { SeatList } from './seat-list';

@Component({
  selector: 'rt-organisation-seats',
  imports: [SeatList],
  template: `
    @if (current.view(); as organisation) {
      <rt-seat-list of="organisation" [objectId]="organisation.id" />
    }
  `,
})
export class OrganisationSeats {
  protected readonly current = inject(CurrentOrganisation);
}
