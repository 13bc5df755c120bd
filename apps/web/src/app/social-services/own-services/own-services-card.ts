import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiHandHeartOutline } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import type { SocialServiceListItem } from '@runder-tisch/domain/social-services';
import { EmptyState } from '@runder-tisch/ui/layout';
import { ServiceBadge } from '../service-badge';
import { toDo, urgentFirst } from '../service-words';

const ASKED = 100;
const SHOWN = 5;

/** On the start page of a provider: what one's organisation offers, where each entry stands, what it still needs. */
@Component({
  selector: 'rt-own-services-card',
  imports: [EmptyState, RouterLink, ServiceBadge],
  template: `
    <section class="rt-card" aria-labelledby="unsere-angebote">
      <div class="rt-card-head">
        <h2 id="unsere-angebote">Unsere Angebote</h2>
        <a routerLink="/unsere-angebote/neu">Angebot eintragen</a>
      </div>
      @if (page(); as it) {
        @if (it.items.length) {
          <ul>
            @for (row of rows(); track row.id) {
              <li>
                <span class="words">
                  <a [routerLink]="['/unsere-angebote', row.id]">{{ row.title }}</a>
                  @if (row.toDo) {
                    <span class="rt-small">{{ row.toDo }}</span>
                  }
                </span>
                <rt-service-badge [of]="row" />
              </li>
            }
          </ul>
          @if (it.total > rows().length) {
            <p>
              <a routerLink="/unsere-angebote">Alle {{ it.total }} Angebote</a>
            </p>
          }
        } @else {
          <rt-empty-state
            heading="Noch kein Angebot eingetragen"
            text="Sechs Angaben genügen. Der Landkreis bestätigt das Angebot, dann steht es in der öffentlichen Liste."
            [icon]="icon"
          />
        }
      } @else {
        <p class="rt-quiet">…</p>
      }
    </section>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 6px 20px;
      padding: 12px 0;
      border-top: 1px solid var(--rt-line);
    }
    li:first-child {
      border-top: 0;
    }
    .words {
      display: grid;
      /* On a phone every badge stands below, not only those beside a long title. */
      flex: 1 1 16rem;
      gap: 2px;
      min-width: 0;
    }
    .words a {
      color: var(--rt-text);
      font-weight: 600;
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    .words a:hover {
      color: var(--rt-accent);
      text-decoration: underline;
    }
    p {
      margin-top: 10px;
    }
  `,
})
export class OwnServicesCard {
  protected readonly icon = mdiHandHeartOutline;
  private readonly answer = httpResource<Page<SocialServiceListItem>>(() => ({
    url: '/api/social-services',
    params: { own: 1, limit: ASKED },
  }));
  protected readonly page = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly rows = computed(() =>
    urgentFirst(this.page()?.items ?? [])
      .slice(0, SHOWN)
      .map((row) => ({ ...row, toDo: toDo(row) })),
  );
}
