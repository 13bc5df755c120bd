import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailCheckOutline } from '@mdi/js';
import type { UnreachableAddress } from '@runder-tisch/domain/actors/contact';
import { counted, phoneLink } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { BerlinDatePipe, MailAddress } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { pagedList } from '../../lists/paged-list';
import { CorrectAddressForm } from './correct-address-form';

type Row = UnreachableAddress & { id: string };

/** Addresses to work off: whose mail did not arrive, why, and where to ask for the right one. */
@Component({
  selector: 'rt-unreachable-page',
  imports: [
    BerlinDatePipe,
    Cell,
    CorrectAddressForm,
    DataList,
    EmptyState,
    MailAddress,
    PageHead,
    RouterLink,
  ],
  template: `
    <rt-page-head
      heading="Nicht erreichbare Adressen"
      [back]="{ label: 'Personen', link: '/akteure/personen' }"
    >
      <span subline>Mails an diese Adressen wurden abgewiesen, und seitdem kam dort keine mehr an.</span>
    </rt-page-head>
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (list.total()) {
      <p class="rt-quiet">{{ result() }}</p>
    }
    <rt-data-list
      label="Nicht erreichbare Adressen"
      [columns]="columns"
      [rows]="rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="who" [rtCellOf]="rows()" let-row>
        @if (row.person; as person) {
          <a [routerLink]="['/akteure/personen', person.id]">{{ person.name }}</a>
        } @else if (row.organisation; as house) {
          <a [routerLink]="['/akteure/organisationen', house.id]">{{ house.name }}</a>
          <span class="rt-cell-note">Funktionspostfach</span>
        }
        <span class="rt-cell-note"><rt-mail-address [mail]="row.mail" /></span>
      </ng-template>
      <ng-template rtCell="why" [rtCellOf]="rows()" let-row>
        {{ row.reason }}
        <span class="rt-cell-note"
          >zuletzt {{ row.refusedAt | berlinDate: 'short'
          }}{{ row.times > 1 ? ', ' + row.times + ' Mails' : '' }}</span
        >
      </ng-template>
      <ng-template rtCell="phone" [rtCellOf]="rows()" let-row>
        @if (row.phone) {
          <a [href]="phoneLink(row.phone)">{{ row.phone }}</a>
        } @else {
          <span class="rt-quiet">keine Nummer</span>
        }
      </ng-template>
      <ng-template rtCell="do" [rtCellOf]="rows()" let-row>
        <span class="do">
          <button
            type="button"
            class="rt-button rt-small"
            [attr.aria-label]="'Adresse berichtigen: ' + row.mail"
            (click)="correcting.set(row)"
          >
            Berichtigen
          </button>
          <button
            type="button"
            class="rt-button rt-plain rt-small"
            [attr.aria-label]="'Stimmt so: ' + row.mail"
            (click)="check(row)"
          >
            Stimmt so
          </button>
        </span>
      </ng-template>
      <div empty>
        <rt-empty-state
          heading="Alle Adressen sind erreichbar."
          text="Wird eine Mail abgewiesen, steht die Adresse hier, bis sie berichtigt ist oder wieder eine ankommt."
          [icon]="icon"
        />
      </div>
    </rt-data-list>
    @if (correcting(); as row) {
      <rt-correct-address-form [address]="row" (closed)="correcting.set(null)" (saved)="saved()" />
    }
  `,
  styles: `
    .do {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 4px;
      justify-content: flex-end;
    }
  `,
})
export class UnreachablePage {
  private readonly api = inject(Api);
  private readonly act = acting(() => this.list.reload());
  protected readonly icon = mdiEmailCheckOutline;
  protected readonly phoneLink = phoneLink;
  protected readonly correcting = signal<Row | null>(null);
  protected readonly list = pagedList<UnreachableAddress>('/api/unreachable-addresses', () => ({}));
  protected readonly rows = computed<readonly Row[]>(() =>
    this.list.rows().map((row) => ({ ...row, id: row.mail })),
  );
  protected readonly result = computed(() => counted(this.list.total() ?? 0, 'Adresse', 'Adressen'));
  protected readonly columns: readonly Column[] = [
    { key: 'who', label: 'Wer', card: 'plain' },
    { key: 'why', label: 'Warum' },
    { key: 'phone', label: 'Telefon', width: '10rem' },
    { key: 'do', label: '', card: 'plain', align: 'end', width: '13rem' },
  ];

  protected saved(): void {
    this.correcting.set(null);
    this.list.reload();
  }

  protected async check({ mail }: Row): Promise<void> {
    await this.act(
      () => this.api.act('/api/unreachable-addresses/checked', null, { mail }),
      'Die Adresse bleibt, wie sie ist. Wird noch einmal eine Mail abgewiesen, steht sie wieder hier.',
    );
  }
}
