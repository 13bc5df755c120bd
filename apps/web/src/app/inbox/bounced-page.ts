import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailCheckOutline } from '@mdi/js';
import type { BouncedAddressItem } from '@runder-tisch/domain/inbox';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { pagedList } from '../lists/paged-list';
import { InboxTabs } from './inbox-tabs';

/** Addresses that mail servers call unreachable, to be worked off: ask for the right one, or tick it. */
@Component({
  selector: 'rt-bounced-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, InboxTabs, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Unzustellbare Adressen">
      <span subline>
        Mails dorthin kamen zurück. Berichtigen Sie die Adresse bei der Person oder der Organisation und haken
        Sie sie ab.
      </span>
    </rt-page-head>
    <rt-inbox-tabs />
    @if (addresses.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <p class="rt-quiet" role="status">{{ result() }}</p>
    <rt-data-list
      label="Unzustellbare Adressen"
      [columns]="columns"
      [rows]="addresses.rows()"
      [loading]="addresses.loading()"
      [total]="addresses.total()"
      [hasMore]="addresses.hasMore()"
      (more)="addresses.more()"
    >
      <ng-template rtCell="mail" [rtCellOf]="addresses.rows()" let-it>
        <span class="mail">{{ it.mail }}</span>
      </ng-template>
      <ng-template rtCell="whose" [rtCellOf]="addresses.rows()" let-it>
        @if (it.person) {
          <a [routerLink]="['/akteure/personen', it.person.id]">{{ it.person.name }}</a>
        }
        @if (it.organisation) {
          <a [routerLink]="['/akteure/organisationen', it.organisation.id]">{{ it.organisation.name }}</a>
        }
        @if (!it.person && !it.organisation) {
          <span class="rt-quiet">niemand mehr im Verzeichnis</span>
        }
      </ng-template>
      <ng-template rtCell="reason" [rtCellOf]="addresses.rows()" let-it>
        {{ it.reason || 'Der Mailserver nennt keinen Grund.' }}
        @if (it.times > 1) {
          <span class="rt-cell-note rt-number">{{ it.times }}-mal gemeldet</span>
        }
      </ng-template>
      <ng-template rtCell="at" [rtCellOf]="addresses.rows()" let-it>
        <span class="rt-number">{{ it.reportedAt | berlinDate: 'short' }}</span>
      </ng-template>
      <ng-template rtCell="act" [rtCellOf]="addresses.rows()" let-it>
        <button
          type="button"
          class="rt-button rt-small"
          [disabled]="act.busy()"
          [attr.aria-label]="'Erledigt: ' + it.mail"
          (click)="done(it)"
        >
          Erledigt
        </button>
      </ng-template>
      <rt-empty-state
        empty
        [icon]="icon"
        heading="Alle Adressen sind erreichbar."
        text="Meldet ein Mailserver eine Mail als unzustellbar, erscheint ihre Adresse hier."
      />
    </rt-data-list>
  `,
  styles: `
    .mail {
      overflow-wrap: anywhere;
    }
  `,
})
export class BouncedPage {
  private readonly api = inject(Api);
  protected readonly icon = mdiEmailCheckOutline;
  protected readonly addresses = pagedList<BouncedAddressItem>('/api/bounced-addresses', () => ({}));
  protected readonly act = acting(() => this.addresses.reload());
  protected readonly result = computed(() => {
    const total = this.addresses.total();
    return total === null ? '' : counted(total, 'Adresse', 'Adressen');
  });
  protected readonly columns: readonly Column[] = [
    { key: 'mail', label: 'Adresse', card: 'plain', width: '26%' },
    { key: 'whose', label: 'Wessen', width: '22%' },
    { key: 'reason', label: 'Was der Mailserver sagt', card: 'plain' },
    { key: 'at', label: 'Gemeldet', width: '8rem' },
    { key: 'act', label: 'Tun', width: '8rem' },
  ];

  protected async done({ id }: BouncedAddressItem): Promise<void> {
    await this.act(() => this.api.act(`/api/bounced-addresses/${id}/done`), 'Abgehakt.');
  }
}
