import { Component, inject } from '@angular/core';
import { SeatList } from '../seats/seat-list';
import { CurrentOrganisation } from './current-organisation';

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
