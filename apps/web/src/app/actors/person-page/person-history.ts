import { Component, inject } from '@angular/core';
import { TraceLists } from '../../trace/trace-lists';
import { CurrentPerson } from './current-person';

@Component({
  selector: 'rt-person-history',
  imports: [TraceLists],
  template: `
    @if (current.view(); as person) {
      <div class="rt-card"><rt-trace-lists kind="person" [objectId]="person.id" /></div>
    }
  `,
})
export class PersonHistory {
  protected readonly current = inject(CurrentPerson);
}
