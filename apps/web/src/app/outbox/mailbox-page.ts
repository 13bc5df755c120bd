import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiEmailOutline, mdiInformationOutline } from '@mdi/js';
import { mailStateLabels, mailStates, type OutboxDispatch } from '@runder-tisch/domain/outbox';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { RelativeTime } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { DispatchStateBadge } from './dispatch-state-badge';
import { leavingClock } from './leaving-clock';
import { MailPanel } from './mail-panel';
import { purposeWords } from './mail-words';

/** What was sent and how it stands; without a mail server what would have gone out. */
@Component({
  selector: 'rt-mailbox-page',
  imports: [
    Cell,
    DataList,
    DispatchStateBadge,
    EmptyState,
    FilterBar,
    Icon,
    MailPanel,
    PageHead,
    RelativeTime,
    RouterLink,
  ],
  templateUrl: './mailbox-page.html',
  styles: `
    .rt-note {
      margin-bottom: 20px;
    }
  `,
})
export class MailboxPage {
  // The filters and the open mail, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly mail = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icons = { mail: mdiEmailOutline, info: mdiInformationOutline };
  protected readonly purposeWords = purposeWords;
  protected readonly leavesTheHouse = computed(() => this.session.current().mail.leavesTheHouse);
  protected readonly sees = computed(() =>
    this.session.hasRole('admin')
      ? 'Alles, was diese Anwendung sendet, das Neueste zuerst.'
      : 'Was Sie senden und was für Ihre Netzwerke hinausgeht, das Neueste zuerst.',
  );

  private readonly query = computed(() => ({ search: this.search(), state: this.state() }));
  protected readonly dispatches = pagedList<OutboxDispatch>('/api/outbox/dispatches', this.query);
  protected readonly now = leavingClock(
    () => this.dispatches.rows(),
    () => this.dispatches.reload(),
  );
  protected readonly columns: readonly Column[] = [
    { key: 'subject', label: 'Was', width: '32%' },
    { key: 'about', label: 'Worum es geht', width: '22%' },
    { key: 'to', label: 'An', card: 'plain', width: '19%' },
    { key: 'state', label: 'Stand', card: 'plain', width: '15%' },
    { key: 'at', label: 'Geschrieben', width: '12%' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Betreff, Name oder Adresse' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: mailStates.map((value) => ({ value, label: mailStateLabels[value] })),
    },
  ];
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.dispatches.total();
    return total === null ? null : counted(total, 'Sendung', 'Sendungen');
  });

  protected recipients(mails: number): string {
    return counted(mails, 'Empfänger:in', 'Empfänger:innen');
  }

  protected closePanel(): void {
    void this.router.navigate([], { queryParams: { mail: null }, queryParamsHandling: 'merge' });
  }
}
