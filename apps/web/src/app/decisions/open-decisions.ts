import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { decisionStateLabels, type OpenDecisionListItem } from '@runder-tisch/domain/decisions';
import type { Page } from '@runder-tisch/domain/lists';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../object-page/kept-object';
import { Session } from '../session/session';

/** What nobody has decided yet, on top of the cycle until somebody records who decided it. */
@Component({
  selector: 'rt-open-decisions',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    @if (open().length) {
      <section class="rt-card" aria-labelledby="offen">
        <h2 id="offen">Offene Entscheidungen</h2>
        <ul class="rt-entries">
          @for (it of open(); track it.id) {
            <li>
              <a [routerLink]="['/planung/entscheidungen', it.id]">{{ it.title }}</a>
              &ngsp;<span class="rt-badge" [class.rt-badge-warning]="it.overdue">{{ labels[it.state] }}</span>
              @if (it.dueOn; as day) {
                <span class="rt-quiet rt-small">bis {{ day | berlinDate: 'short' }}</span>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: calc(var(--rt-space) * 3);
    }
  `,
})
export class OpenDecisions {
  protected readonly labels = decisionStateLabels;
  private readonly may = inject(Session).may('decision:read');
  private readonly list = keptObject<Page<OpenDecisionListItem>>(() =>
    this.may ? '/api/decisions?open=1' : undefined,
  );
  protected readonly open = computed(() => this.list.view()?.items ?? []);
}
