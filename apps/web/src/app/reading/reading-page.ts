import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OverviewView } from '@runder-tisch/domain/overview';
import { formatLongDate } from '@runder-tisch/domain/time';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { OwnStepsCard } from '../cycles/steps/own-steps-card';
import { keptObject } from '../object-page/kept-object';
import { Session } from '../session/session';
import { greeting } from '../today/greeting';
import { ReadingBlocks } from './reading-blocks';

/** The start of those who read: committees, the public administration's heads, whoever follows the planning. */
@Component({
  selector: 'rt-reading-page',
  imports: [BerlinDatePipe, OwnStepsCard, PageHead, ProgressLine, ReadingBlocks, RouterLink],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    <rt-page-head [heading]="heading()">
      <span subline>{{ date() }}</span>
    </rt-page-head>
    @if (kept.problem(); as refusal) {
      <p class="rt-note rt-note-negative" role="alert">{{ refusal.says }}</p>
    }
    @if (view(); as it) {
      <div class="rt-stack">
        @if (lines().length) {
          <section class="rt-card" aria-labelledby="lesen-bitte">
            <h2 id="lesen-bitte">Bitte erledigen</h2>
            <ul>
              @for (line of lines(); track line.key) {
                <li>
                  <span class="words">
                    {{ line.text }}
                    @if (line.due) {
                      <span class="rt-cell-note">bis {{ line.due | berlinDate }}</span>
                    }
                  </span>
                  <a class="rt-button" [routerLink]="line.target"
                    >{{ line.action }}<span class="rt-unseen">: {{ line.text }}</span></a
                  >
                </li>
              }
            </ul>
          </section>
        }
        <rt-own-steps-card />
        <rt-reading-blocks [view]="it" />
      </div>
    }
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 10px 20px;
      padding: 12px 0;
      border-top: 1px solid var(--rt-line);
    }
    li:first-child {
      border-top: 0;
    }
    .words {
      min-width: 0;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .words .rt-cell-note {
      font-weight: 400;
    }
  `,
})
export class ReadingPage {
  private readonly clock = inject(ScreenClock);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly heading = computed(() => greeting(this.session.current().displayName, this.clock.now()));
  protected readonly date = computed(() => formatLongDate(this.clock.now()));
  protected readonly kept = keptObject<OverviewView>(() => '/api/overview');
  protected readonly view = this.kept.view;
  protected readonly lines = computed(() =>
    (this.view()?.lines ?? []).map((line) => ({
      ...line,
      // What is done at once elsewhere is opened here: a reader does so once a quarter and wants to see it first.
      action: line.post ? 'Ansehen' : line.action,
      target: this.router.parseUrl(line.path),
      key: line.kind + line.id,
    })),
  );
}
