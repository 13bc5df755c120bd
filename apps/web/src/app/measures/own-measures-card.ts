import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '@runder-tisch/domain/lists';
import type { MeasureListItem } from '@runder-tisch/domain/measures';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { MeasureKindBadge, MeasureStatusBadge } from './measure-badges';

const SHOWN = 5;

/** On the start page of a provider: what one's organisation leads or takes part in, and how it stands. */
@Component({
  selector: 'rt-own-measures-card',
  imports: [BerlinDatePipe, MeasureKindBadge, MeasureStatusBadge, RouterLink],
  template: `
    @if (page(); as it) {
      @if (it.items.length) {
        <section class="rt-card" aria-labelledby="unsere-massnahmen">
          <div class="rt-card-head">
            <h2 id="unsere-massnahmen">Unsere Maßnahmen</h2>
            <a routerLink="/planung/massnahmen">Alle {{ it.total }}</a>
          </div>
          <ul>
            @for (row of it.items; track row.id) {
              <li>
                <span>
                  <a [routerLink]="['/planung/massnahmen', row.id]">{{ row.title }}</a>&ngsp;<rt-measure-kind
                    [kind]="row.kind"
                  />
                  @if (row.silentUntil) {
                    <span class="rt-cell-note">
                      Sachstand erbeten bis {{ row.silentUntil | berlinDate: 'short' }}:
                      <a [routerLink]="['/planung/massnahmen', row.id]" [queryParams]="{ sachstand: 1 }"
                        >angeben<span class="rt-unseen">: {{ row.title }}</span></a
                      >
                    </span>
                  }
                </span>
                <rt-measure-status [of]="row.status" />
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
export class OwnMeasuresCard {
  private readonly answer = httpResource<Page<MeasureListItem>>(() => ({
    url: '/api/measures',
    params: { own: 1, limit: SHOWN },
  }));
  protected readonly page = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
}
