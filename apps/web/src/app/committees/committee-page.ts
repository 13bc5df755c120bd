import { Component, input } from '@angular/core';
import { mdiGavel } from '@mdi/js';
import { committeeKindLabels, type CommitteeView } from '@runder-tisch/domain/committees';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { AttachmentsBox } from '../attachments/attachments-box';
import { keptObject } from '../object-page/kept-object';
import { TraceLists } from '../trace/trace-lists';

/** One committee: when it meets and what reports to it. */
@Component({
  selector: 'rt-committee-page',
  imports: [AttachmentsBox, EmptyState, PageHead, ProgressLine, TraceLists],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (committee(); as it) {
      <rt-page-head [heading]="it.name" [back]="back">
        <span subline>
          {{ kinds[it.kind] }}
          @if (!it.active) {
            <span class="rt-badge">nicht mehr verwendet</span>
          }
        </span>
      </rt-page-head>
      <div class="rt-columns">
        <div class="rt-stack">
          <section class="rt-card" aria-label="Spur">
            <rt-trace-lists kind="committee" [objectId]="it.id" />
          </section>
          <section class="rt-card" aria-labelledby="attachments">
            <h2 id="attachments">Unterlagen</h2>
            <rt-attachments kind="committee" [objectId]="it.id" />
          </section>
        </div>
        <aside class="rt-card" aria-label="Angaben">
          <h2>Angaben</h2>
          <dl class="rt-facts rt-facts-stacked">
            <dt>Sitzungsrhythmus</dt>
            <dd>{{ it.rhythm || 'nicht eingetragen' }}</dd>
            @if (it.note) {
              <dt>Notiz</dt>
              <dd class="rt-lines">{{ it.note }}</dd>
            }
          </dl>
        </aside>
      </div>
    } @else if (kept.problem(); as refusal) {
      <rt-page-head heading="Gremium" [back]="back" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
})
export class CommitteePage {
  readonly id = input.required<string>();

  protected readonly icon = mdiGavel;
  protected readonly kinds = committeeKindLabels;
  protected readonly back = { label: 'Gremien & Beschlüsse', link: '/planung/gremien' };
  protected readonly kept = keptObject<CommitteeView>(
    () => `/api/committees/${this.id()}`,
    (committee) => committee.name,
  );
  protected readonly committee = this.kept.view;
}
