import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiEmailOutline, mdiInformationOutline } from '@mdi/js';
import { mailStateLabels, mailStates, type OutboxListItem } from '@runder-tisch/domain/outbox';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { RelativeTime } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { MailPanel } from './mail-panel';
import { mailTones, purposeWords } from './mail-words';

/** What left the house, what waits, what was refused; without a mail server also what would have gone out. */
@Component({
  selector: 'rt-mailbox-page',
  imports: [Cell, DataList, EmptyState, FilterBar, Icon, MailPanel, PageHead, RelativeTime, RouterLink],
  templateUrl: './mailbox-page.html',
  styles: `
    .rt-note {
      margin-bottom: 20px;
    }
    .reason {
      color: var(--rt-text-quiet);
      font-size: 0.9rem;
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
  protected readonly labels = mailStateLabels;
  protected readonly tones = mailTones;
  protected readonly purposeWords = purposeWords;
  protected readonly leavesTheHouse = computed(() => this.session.current().mail.leavesTheHouse);
  protected readonly sees = computed(() =>
    this.session.hasRole('admin')
      ? 'Alle Mails dieser Anwendung, die neueste zuerst.'
      : 'Ihre Mails und die Ihrer Netzwerke, die neueste zuerst.',
  );

  private readonly query = computed(() => ({ search: this.search(), state: this.state() }));
  protected readonly mails = pagedList<OutboxListItem>('/api/outbox', this.query);
  protected readonly columns: readonly Column[] = [
    { key: 'subject', label: 'Betreff' },
    { key: 'to', label: 'An', card: 'plain', width: '30%' },
    { key: 'state', label: 'Stand', card: 'plain', width: '22%' },
    { key: 'at', label: 'Geschrieben', width: '9.5rem' },
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
    const total = this.mails.total();
    if (total === null) return null;
    return counted(total, 'Mail', 'Mails');
  });

  protected closePanel(): void {
    void this.router.navigate([], { queryParams: { mail: null }, queryParamsHandling: 'merge' });
  }
}
