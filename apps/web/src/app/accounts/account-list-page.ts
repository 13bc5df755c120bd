import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { mdiAccountKeyOutline } from '@mdi/js';
import { type AccountView, type Role, roleLabels, roles } from '@runder-tisch/domain/accounts';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { MailAddress, RelativeTime } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { AccountPanel } from './account-panel';
import { NewAccountForm } from './new-account-form';

/** Who may sign in, and as what. */
@Component({
  selector: 'rt-account-list-page',
  imports: [
    AccountPanel,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    MailAddress,
    NewAccountForm,
    PageHead,
    RelativeTime,
  ],
  template: `
    <rt-page-head heading="Konten" [back]="{ label: 'Einstellungen', link: '/einstellungen' }">
      <span subline>Wer sich anmelden darf und mit welchen Rollen. Eingeladene brauchen kein Konto.</span>
      <ng-container actions>
        <button type="button" class="rt-button rt-primary" (click)="openForm(true)">Konto anlegen</button>
      </ng-container>
    </rt-page-head>
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (accounts.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Konten"
      [columns]="columns"
      [rows]="accounts.rows()"
      [loading]="accounts.loading()"
      [total]="accounts.total()"
      [hasMore]="accounts.hasMore()"
      (more)="accounts.more()"
    >
      <ng-template rtCell="name" [rtCellOf]="accounts.rows()" let-row>
        <button type="button" class="open rt-row-link" (click)="opened.set(row.id)">
          {{ row.displayName }}
        </button>
        @if (row.disabled) {
          <span class="rt-badge rt-badge-warning">gesperrt</span>
        }
        <rt-mail-address class="rt-cell-note" [mail]="row.mail" />
      </ng-template>
      <ng-template rtCell="roles" [rtCellOf]="accounts.rows()" let-row>{{ rolesOf(row) }}</ng-template>
      <ng-template rtCell="entry" [rtCellOf]="accounts.rows()" let-row>{{
        row.hasPassword ? 'Passwort oder Link' : 'Link per Mail'
      }}</ng-template>
      <ng-template rtCell="seen" [rtCellOf]="accounts.rows()" let-row>
        @if (row.lastSeenAt) {
          <rt-relative-time [at]="row.lastSeenAt" />
        } @else {
          <span class="rt-quiet">zurzeit nicht angemeldet</span>
        }
      </ng-template>
      <div empty>
        <rt-empty-state
          heading="Kein Konto passt zu diesen Filtern."
          text="Nehmen Sie einen Filter weg."
          [icon]="icon"
        />
      </div>
    </rt-data-list>
    @if (neu()) {
      <rt-new-account-form (closed)="openForm(false)" (saved)="created()" />
    }
    @if (openedAccount(); as account) {
      <rt-account-panel [account]="account" (closed)="opened.set(null)" (changed)="accounts.reload()" />
    }
  `,
  styles: `
    .open {
      padding: 0;
      border: 0;
      background: none;
      text-align: start;
      cursor: pointer;
    }
  `,
})
export class AccountListPage {
  readonly search = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  protected readonly icon = mdiAccountKeyOutline;
  protected readonly opened = signal<string | null>(null);
  protected readonly accounts = pagedList<AccountView>('/api/accounts', () => ({
    search: this.search(),
    role: this.role(),
    state: this.state(),
  }));
  protected readonly openedAccount = computed(
    () => this.accounts.rows().find((it) => it.id === this.opened()) ?? null,
  );
  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name', width: '34%' },
    { key: 'roles', label: 'Rollen', card: 'plain' },
    { key: 'entry', label: 'Anmeldung', card: 'hidden', width: '12rem' },
    { key: 'seen', label: 'Zuletzt da', width: '13rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Name oder Mailadresse' },
    {
      kind: 'choice',
      key: 'role',
      label: 'Rolle',
      all: 'Alle Rollen',
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Zustand',
      all: 'Offene und gesperrte',
      options: [
        { value: 'active', label: 'Nur offene' },
        { value: 'disabled', label: 'Nur gesperrte' },
      ],
    },
  ];
  protected readonly result = computed(() => {
    const total = this.accounts.total();
    if (total === null) return null;
    return counted(total, 'Konto', 'Konten');
  });

  protected rolesOf(account: AccountView): string {
    return account.roles.map((role: Role) => roleLabels[role]).join(', ');
  }

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(): void {
    this.openForm(false);
    this.accounts.reload();
  }
}
