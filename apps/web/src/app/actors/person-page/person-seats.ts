import { Component, inject } from '@angular/core';
import { SeatList } from '../seats/seat-list';
import { CurrentPerson } from './current-person';

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
