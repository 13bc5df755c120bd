import { Component, inject } from '@angular/core';
import { CurrentPerson } from '../../actors/person-page/current-person';
import { SeatList } from './seat-list';

@Component({
  selector: 'rt-person-seats',
  imports: [SeatList],
  template: `
    @if (current.view(); as person) {
      <rt-seat-list of="person" [objectId]="person.id" />
    }
  `,
})
export class PersonSeats {
  protected readonly current = inject(CurrentPerson);
}
