import { Component, input } from '@angular/core';
import { mdiFolderOutline } from '@mdi/js';
import type { MeetingPackView } from '@runder-tisch/domain/meetings';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { keptObject } from '../object-page/kept-object';

/** Everything for one meeting on one page: agenda, what hangs on it, the minutes of the last time. */
@Component({
  selector: 'rt-meeting-pack-page',
  imports: [DocumentView, EmptyState, PageHead, ProgressLine],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (kept.view(); as it) {
      <rt-page-head
        [heading]="it.content.title"
        [back]="{ label: it.title, link: '/termine/' + it.meetingId }"
      >
        <ng-container actions>
          <a
            class="rt-button rt-primary"
            [href]="'/api/meetings/' + it.meetingId + '/pack.pdf'"
            target="_blank"
            >Als PDF öffnen</a
          >
        </ng-container>
      </rt-page-head>
      <article class="rt-card sheet">
        <h2 class="rt-unseen">Inhalt der Mappe</h2>
        <rt-document [blocks]="it.content.blocks" />
      </article>
    } @else if (kept.problem(); as refusal) {
      <rt-page-head heading="Sitzungsmappe" [back]="{ label: 'Termine', link: '/termine' }" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
  styles: `
    .sheet {
      max-width: 60rem;
      padding: clamp(16px, 4vw, 40px);
    }
  `,
})
export class MeetingPackPage {
  readonly id = input.required<string>();

  protected readonly icon = mdiFolderOutline;
  protected readonly kept = keptObject<MeetingPackView>(
    () => `/api/meetings/${this.id()}/pack`,
    (it) => it.content.title,
  );
}
