import { Component, inject } from '@angular/core';
import { TraceLists } from '../../trace/trace-lists';
import { HistoryList } from '../history/history-list';
import { CurrentOrganisation } from './current-organisation';

/** What happened with the organisation, and what became of it. */
@Component({
  selector: 'rt-organisation-history',
  imports: [HistoryList, TraceLists],
  template: `
    @if (current.view(); as organisation) {
      <div class="rt-stack">
        <rt-history-list
          [about]="{ of: 'organisation', id: organisation.id, name: organisation.name }"
          [notedAbove]="current.noted()"
        />
        <section class="rt-card">
          <h2>Spur</h2>
          <rt-trace-lists kind="organisation" [objectId]="organisation.id" />
        </section>
      </div>
    }
  `,
})
export class OrganisationHistory {
  protected readonly current = inject(CurrentOrganisation);
}
