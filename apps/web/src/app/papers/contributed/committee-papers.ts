import { Component, computed, inject } from '@angular/core';
import type { PaperListItem } from '@runder-tisch/domain/papers';
import { CurrentCommittee } from '../../committees/current-committee';
import { pagedList } from '../../lists/paged-list';
import { TraceLists } from '../../trace/trace-lists';
import { PaperTable } from '../paper-table';

/** What a committee had or has before it. */
@Component({
  selector: 'rt-committee-papers',
  imports: [PaperTable, TraceLists],
  template: `
    <div class="rt-stack">
      <rt-paper-table [list]="list" />
      @if (current.view(); as committee) {
        <section class="rt-card" aria-label="Spur">
          <rt-trace-lists kind="committee" [objectId]="committee.id" />
        </section>
      }
    </div>
  `,
})
export class CommitteePapers {
  protected readonly current = inject(CurrentCommittee);
  private readonly id = computed(() => this.current.view()?.id);
  protected readonly list = pagedList<PaperListItem>('/api/papers', () => {
    const committeeId = this.id();
    return committeeId ? { committeeId } : undefined;
  });
}
