import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiHandHeartOutline } from '@mdi/js';
import type { SocialServiceListItem } from '@runder-tisch/domain/social-services';
import { EmptyState, ProgressLine } from '@runder-tisch/ui/layout';
import { CurrentOrganisation } from '../../actors/organisation-page/current-organisation';
import { pagedList } from '../../lists/paged-list';
import { ServiceBadge } from '../service-badge';

/** What the organisation offers. */
@Component({
  selector: 'rt-organisation-services',
  imports: [EmptyState, ProgressLine, RouterLink, ServiceBadge],
  template: `
    <rt-progress-line [busy]="services.loading()" />
    <ul class="rt-card" aria-label="Angebote">
      @for (it of services.rows(); track it.id) {
        <li>
          <a [routerLink]="['/akteure/angebote', it.id]">{{ it.title }}</a>
          <span class="rt-quiet rt-small">{{ it.category }}</span>
          <rt-service-badge [of]="it" />
        </li>
      } @empty {
        @if (services.total() === 0) {
          <li>
            <rt-empty-state
              heading="Noch keine Angebote"
              text="Die Organisation trägt sie selbst ein, oder Sie tun es für sie."
              [icon]="icon"
            />
          </li>
        }
      }
    </ul>
    @if (services.hasMore()) {
      <button type="button" class="rt-button" (click)="services.more()">Mehr laden</button>
    }
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      padding: 8px 0;
    }
    li + li {
      border-top: 1px solid var(--rt-line);
    }
    rt-service-badge {
      margin-left: auto;
    }
    rt-empty-state {
      flex: 1;
    }
  `,
})
export class OrganisationServices {
  private readonly current = inject(CurrentOrganisation);
  protected readonly icon = mdiHandHeartOutline;
  protected readonly services = pagedList<SocialServiceListItem>('/api/social-services', () => {
    const organisation = this.current.view();
    return organisation ? { organisationId: organisation.id } : undefined;
  });
}
