import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { mdiGavel } from '@mdi/js';
import { committeeKindLabels } from '@runder-tisch/domain/committees';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { AttachmentsBox } from '../attachments/attachments-box';
import { contributedTabLinks } from '../object-page/contributed';
import { CurrentCommittee } from './current-committee';

/** One committee: its sessions, who sits in it, and what it had before it. */
@Component({
  selector: 'rt-committee-page',
  imports: [AttachmentsBox, EmptyState, PageHead, ProgressLine, RouterOutlet, TabBar],
  providers: [CurrentCommittee],
  template: `
    <rt-progress-line [busy]="current.loading()" />
    @if (current.view(); as it) {
      <rt-page-head [heading]="it.name" [back]="back">
        <span subline>
          {{ kinds[it.kind] }}
          @if (it.mine) {
            · <span class="rt-badge rt-badge-accent">Ihr Gremium</span>
          }
          @if (!it.active) {
            <span class="rt-badge">nicht mehr verwendet</span>
          }
        </span>
      </rt-page-head>
      <div class="rt-columns">
        <div>
          <rt-tab-bar [tabs]="tabs()" label="Bereiche des Gremiums" />
          <router-outlet />
        </div>
        <aside class="rt-stack">
          <section class="rt-card" aria-labelledby="facts">
            <h2 id="facts">Angaben</h2>
            <dl class="rt-facts rt-facts-stacked">
              <dt>Sitzungsrhythmus</dt>
              <dd>{{ it.rhythm || 'nicht eingetragen' }}</dd>
              <dt>Ladungsfrist</dt>
              <dd>
                {{
                  it.invitationDays === null
                    ? 'keine'
                    : it.invitationDays + (it.invitationDays === 1 ? ' Tag' : ' Tage')
                }}
              </dd>
              <dt>Ortsübliche Bekanntmachung</dt>
              <dd>{{ it.localNotice ? 'ja' : 'nein' }}</dd>
              <dt>Beschlussfähig</dt>
              <dd>
                {{
                  it.quorum === null
                    ? 'mit mehr als der Hälfte der Stimmberechtigten'
                    : 'ab ' + it.quorum + ' Stimmberechtigten'
                }}
              </dd>
              @if (it.note) {
                <dt>Notiz</dt>
                <dd class="rt-lines">{{ it.note }}</dd>
              }
            </dl>
          </section>
          <section class="rt-card" aria-labelledby="attachments">
            <h2 id="attachments">Unterlagen</h2>
            <rt-attachments kind="committee" [objectId]="it.id" />
          </section>
        </aside>
      </div>
    } @else if (current.problem(); as refusal) {
      <rt-page-head heading="Gremium" [back]="back" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
})
export class CommitteePage {
  protected readonly current = inject(CurrentCommittee);
  protected readonly icon = mdiGavel;
  protected readonly kinds = committeeKindLabels;
  protected readonly back = { label: 'Gremien & Beschlüsse', link: '/planung/gremien' };
  private readonly contributed = contributedTabLinks('committee');
  /** Sessions first, as people look for them; then who sits there. */
  protected readonly tabs = computed(() => {
    const [sessions, ...more] = this.contributed;
    const members = { label: 'Mitglieder', link: 'mitglieder', count: this.current.view()?.seated };
    return sessions ? [sessions, members, ...more] : [members];
  });
}
