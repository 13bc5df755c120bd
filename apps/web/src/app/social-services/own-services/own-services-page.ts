import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiHandHeartOutline } from '@mdi/js';
import type { NamedReference } from '@runder-tisch/domain/lists';
import type { SocialServiceListItem } from '@runder-tisch/domain/social-services';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { ServiceBadge } from '../service-badge';

/** What one's own organisation offers, and where each entry stands. */
@Component({
  selector: 'rt-own-services-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, PageHead, RouterLink, ServiceBadge],
  template: `
    <rt-page-head heading="Unsere Angebote">
      <span subline>{{ organisations() }}</span>
      <ng-container actions>
        @if (mayEnter()) {
          <a class="rt-button rt-primary" routerLink="/unsere-angebote/neu">Angebot eintragen</a>
        }
      </ng-container>
    </rt-page-head>
    @if (services.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Unsere Angebote"
      [columns]="columns"
      [rows]="services.rows()"
      [loading]="services.loading()"
      [total]="services.total()"
      [hasMore]="services.hasMore()"
      (more)="services.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="services.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/unsere-angebote', row.id]">{{ row.title }}</a>
        <span class="rt-cell-note">{{ row.category || 'noch ohne Kategorie' }}</span>
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="services.rows()" let-row>
        <rt-service-badge [of]="row" />
      </ng-template>
      <ng-template rtCell="confirmed" [rtCellOf]="services.rows()" let-row>
        @if (row.confirmedOn) {
          <span class="rt-number">{{ row.confirmedOn | berlinDate: 'short' }}</span>
        }
      </ng-template>
      <div empty>
        @if (mayEnter()) {
          <rt-empty-state
            heading="Noch kein Angebot eingetragen"
            text="Sechs Angaben genügen. Der Landkreis bestätigt das Angebot, dann steht es in der öffentlichen Liste."
            [icon]="icon"
          >
            <a class="rt-button" routerLink="/unsere-angebote/neu">Angebot eintragen</a>
          </rt-empty-state>
        } @else if (own.hasValue()) {
          <rt-empty-state
            heading="Ihrem Konto ist noch keine Organisation zugeordnet."
            text="Bitte wenden Sie sich an den Landkreis."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
  `,
})
export class OwnServicesPage {
  protected readonly icon = mdiHandHeartOutline;
  protected readonly own = httpResource<NamedReference[]>(() => '/api/organisations/own');
  protected readonly organisations = computed(() =>
    this.own.hasValue()
      ? this.own
          .value()
          .map((it) => it.name)
          .join(', ')
      : '',
  );
  protected readonly mayEnter = computed(() => this.own.hasValue() && this.own.value().length > 0);
  protected readonly services = pagedList<SocialServiceListItem>('/api/social-services', () => ({ own: 1 }));
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Angebot', width: '50%' },
    { key: 'state', label: 'Stand', card: 'plain' },
    { key: 'confirmed', label: 'Bestätigt am', width: '9rem' },
  ];
}
