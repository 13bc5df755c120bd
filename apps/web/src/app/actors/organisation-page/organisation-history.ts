import { Component, inject } from '@angular/core';
import { TraceLists } from '../../trace/trace-lists';
import { CurrentOrganisation } from './current-organisation';

@Component({
  selector: 'rt-organisation-history',
  imports: [TraceLists],
  template: `
    @if (current.view(); as organisation) {
      <div class="rt-card"><rt-trace-lists kind="organisation" [objectId]="organisation.id" /></div>
    }
  `,
})
export class OrganisationHistory {
  protected readonly current = inject(CurrentOrganisation);
}
