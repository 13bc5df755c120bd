import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCounter } from '@mdi/js';
import {
  type DiscourseItem,
  discourseListLabels,
  discourseListOrigins,
  discourseListPaths,
  discourseLists,
} from '@runder-tisch/domain/cycles';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { pagedList } from '../../lists/paged-list';

/** What one count of the ring counts, one by one. */
@Component({
  selector: 'rt-discourse-list-page',
  imports: [EmptyState, PageHead, ProgressLine, RouterLink],
  template: `
    <rt-progress-line [busy]="list.loading()" />
    <rt-page-head
      [heading]="heading()"
      [back]="{ label: 'der Diskursrunde', link: '/planung/diskurs/' + id() }"
    >
      @if (list.total() !== null) {
        <span subline>{{ list.total() }} in dieser Diskursrunde</span>
      }
    </rt-page-head>
    @if (list.problem(); as refusal) {
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    } @else if (list.rows().length) {
      <section class="rt-card" [attr.aria-label]="heading()">
        <ul class="rt-entries">
          @for (it of list.rows(); track it.id) {
            <li>
              <a [routerLink]="it.path">{{ it.title }}</a>
            </li>
          }
        </ul>
        @if (list.hasMore()) {
          <button type="button" class="rt-button" (click)="list.more()">Mehr laden</button>
        }
      </section>
    } @else if (!list.loading()) {
      <div class="rt-card"><rt-empty-state heading="Noch nichts" [text]="origin()" [icon]="icon" /></div>
    }
  `,
})
export class DiscourseListPage {
  readonly id = input.required<string>();
  readonly liste = input.required<string>();

  protected readonly icon = mdiCounter;
  private readonly name = computed(
    () => discourseLists.find((it) => discourseListPaths[it] === this.liste()) ?? 'FINDINGS',
  );
  protected readonly heading = computed(() => discourseListLabels[this.name()]);
  protected readonly origin = computed(() => discourseListOrigins[this.name()]);
  protected readonly list = pagedList<DiscourseItem>(
    () => `/api/discourse-rounds/${this.id()}/lists/${this.name()}`,
    () => ({}),
  );
}
