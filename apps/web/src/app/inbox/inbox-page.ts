import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailOutline } from '@mdi/js';
import { type InboxMailItem, type InboxPart, inboxPartLabels } from '@runder-tisch/domain/inbox';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { InboxMailCard } from './inbox-mail-card';
import { InboxTabs } from './inbox-tabs';

/** What came to our address: first what waits for a word. */
@Component({
  selector: 'rt-inbox-page',
  imports: [EmptyState, FilterBar, InboxMailCard, InboxTabs, PageHead, ProgressLine, RouterLink],
  template: `
    <rt-progress-line [busy]="mails.loading()" />
    <rt-page-head heading="Posteingang">
      <span subline>
        Antworten auf Einladungen trägt die Anwendung selbst ein. Hier steht, was sie nicht allein
        entscheidet.
      </span>
    </rt-page-head>
    <rt-inbox-tabs />
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (mails.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <ul class="mails" aria-label="Mails">
      @for (mail of mails.rows(); track mail.id) {
        <li><rt-inbox-mail-card [mail]="mail" (decided)="mails.reload()" /></li>
      }
    </ul>
    @if (mails.total() === 0) {
      <div class="rt-card">
        <rt-empty-state [heading]="nothing()" [text]="what()" [icon]="icon">
          @if (session.may('settings:change')) {
            <a class="rt-button" routerLink="/einstellungen/posteingang">Stand des Posteingangs</a>
          }
        </rt-empty-state>
      </div>
    }
    @if (mails.hasMore()) {
      <p class="rt-below-list">
        <button type="button" class="rt-button" (click)="mails.more()">Mehr laden</button>
      </p>
    }
  `,
  styles: `
    .mails {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class InboxPage {
  // The filters, as the router reads them from the address.
  readonly part = input<InboxPart>();
  readonly search = input<string>();

  protected readonly session = inject(Session);
  protected readonly icon = mdiEmailOutline;
  protected readonly mails = pagedList<InboxMailItem>('/api/inbox', () => ({
    part: this.part(),
    search: this.search(),
  }));
  protected readonly result = computed(() => {
    const total = this.mails.total();
    return total === null ? null : counted(total, 'Mail', 'Mails');
  });
  protected readonly nothing = computed(() =>
    this.search()
      ? 'Keine Mail passt dazu.'
      : this.part()
        ? 'Hier ist noch nichts.'
        : 'Nichts zu entscheiden.',
  );
  protected readonly what = computed(() =>
    this.search()
      ? 'Suchen Sie nach einem Teil des Namens, der Adresse oder des Betreffs.'
      : 'Kommt eine Antwort, die nicht eindeutig ist, oder eine Mail an das Büro, erscheint sie hier und in „Heute“.',
  );
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Name, Adresse oder Betreff' },
    {
      kind: 'choice',
      key: 'part',
      label: 'Was',
      all: inboxPartLabels.WAITING,
      options: (['MAILS', 'ANSWERS', 'OTHERS', 'ALL'] as const).map((value) => ({
        value,
        label: inboxPartLabels[value],
      })),
    },
  ];
}
