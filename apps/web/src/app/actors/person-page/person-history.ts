import { Component, inject } from '@angular/core';
import { TraceLists } from '../../trace/trace-lists';
import { HistoryList } from '../history/history-list';
import { CurrentPerson } from './current-person';

/** What happened with the person, and what became of it. */
@Component({
  selector: 'rt-person-history',
  imports: [HistoryList, TraceLists],
  template: `
    @if (current.view(); as person) {
      <div class="rt-stack">
        <rt-history-list [about]="{ of: 'person', id: person.id, name: person.name }" />
        <section class="rt-card">
          <h2>Spur</h2>
          <rt-trace-lists kind="person" [objectId]="person.id" />
        </section>
      </div>
    }
  `,
})
export class PersonHistory {
  protected readonly current = inject(CurrentPerson);
}
