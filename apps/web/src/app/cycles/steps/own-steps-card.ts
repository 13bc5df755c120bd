import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StepListItem } from '@runder-tisch/domain/cycles';
import type { Page } from '@runder-tisch/domain/lists';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { StepBadge } from './step-badge';

const SHOWN = 5;

/** On the start page of those outside of the office: the steps of the cycle they have a part in, the soonest first. */
@Component({
  selector: 'rt-own-steps-card',
  imports: [BerlinDatePipe, RouterLink, StepBadge],
  template: `
    @if (page(); as it) {
      @if (it.items.length) {
        <section class="rt-card" aria-labelledby="meine-schritte">
          <div class="rt-card-head">
            <h2 id="meine-schritte">Meine Schritte im Zyklus</h2>
            <a routerLink="/planung/meine-schritte">Alle {{ it.total }}</a>
          </div>
          <ul>
            @for (row of it.items; track row.id) {
              <li>
                <span>
                  <a [routerLink]="['/planung/schritte', row.id]">{{ row.title }}</a>
                  <span class="rt-cell-note">bis {{ row.dueOn | berlinDate: 'short' }}</span>
                </span>
                <rt-step-badge [state]="row.state" [overdue]="row.overdue" />
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 6px 20px;
      padding: 12px 0;
      border-top: 1px solid var(--rt-line);
    }
    /* On a phone every badge stands below, not only those beside a long title. */
    li > span {
      flex: 1 1 16rem;
    }
    li:first-child {
      border-top: 0;
    }
  `,
})
export class OwnStepsCard {
  private readonly answer = httpResource<Page<StepListItem>>(() => ({
    url: '/api/cycle-steps',
    params: { standing: 'open', limit: SHOWN },
  }));
  protected readonly page = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
}
