import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiEmailOutline } from '@mdi/js';
import {
  mailStateLabels,
  mailStates,
  type OutboxDispatch,
  type OutboxListItem,
} from '@runder-tisch/domain/outbox';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { keptObject } from '../object-page/kept-object';
import { Session } from '../session/session';
import { DispatchStateBadge } from './dispatch-state-badge';
import { leavingClock } from './leaving-clock';
import { MailPanel } from './mail-panel';
import { mailTones, purposeWords } from './mail-words';

/** What was sent together: each of its mails, and how it stands with it. */
@Component({
  selector: 'rt-dispatch-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    DispatchStateBadge,
    EmptyState,
    FilterBar,
    MailPanel,
    PageHead,
    ProgressLine,
    RouterLink,
  ],
  templateUrl: './dispatch-page.html',
  styles: `
    .rt-facts {
      margin-bottom: 20px;
    }
  `,
})
export class DispatchPage {
  readonly id = input.required<string>();
  // The filters and the open mail, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly mail = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icons = { mail: mdiEmailOutline };
  protected readonly labels = mailStateLabels;
  protected readonly tones = mailTones;
  protected readonly purposeWords = purposeWords;
  protected readonly leavesTheHouse = computed(() => this.session.current().mail.leavesTheHouse);

  protected readonly kept = keptObject<OutboxDispatch>(
    () => `/api/outbox/dispatches/${this.id()}`,
    ({ subject }) => subject,
  );
  protected readonly mails = pagedList<OutboxListItem>('/api/outbox', () => ({
    batchId: this.id(),
    search: this.search(),
    state: this.state(),
  }));
  protected readonly now = leavingClock(
    () => [this.kept.view()].filter((it) => it !== null),
    () => {
      this.kept.reload();
      this.mails.reload();
    },
  );

  protected readonly columns: readonly Column[] = [
    { key: 'to', label: 'An' },
    { key: 'state', label: 'Stand', card: 'plain', width: '40%' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Name oder Adresse' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: mailStates.map((value) => ({ value, label: mailStateLabels[value] })),
    },
  ];
  protected readonly result = computed(() => {
    const total = this.mails.total();
    return total === null ? null : counted(total, 'Mail', 'Mails');
  });

  protected closePanel(): void {
    void this.router.navigate([], { queryParams: { mail: null }, queryParamsHandling: 'merge' });
  }
}
