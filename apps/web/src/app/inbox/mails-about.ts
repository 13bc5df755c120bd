import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InboxMailItem, InboxPage } from '@runder-tisch/domain/inbox';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { inView } from '../object-page/in-view';

const AT_ONCE = 5;

/** The newest mails about what stands on a page, each the way into the inbox; nothing where none came. */
@Component({
  selector: 'rt-mails-about',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    @if (mails.rows().length) {
      <section class="rt-card rt-unprinted" aria-labelledby="rt-mails-about">
        <h2 id="rt-mails-about">Mails hierzu</h2>
        <ul>
          @for (mail of mails.rows(); track mail.id) {
            <li>
              <a routerLink="/posteingang" [queryParams]="inInbox(mail)">{{
                mail.subject || 'ohne Betreff'
              }}</a>
              <div class="rt-quiet rt-small">
                {{ mail.fromName || mail.fromMail || 'Unbekannt' }} · {{ mail.at | berlinDate: 'short' }}
              </div>
            </li>
          }
        </ul>
        @if (mails.hasMore()) {
          <button type="button" class="rt-button rt-small" (click)="mails.more()">Mehr laden</button>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      display: grid;
      gap: 10px;
      margin: 12px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      overflow-wrap: anywhere;
    }
    button {
      margin-top: 12px;
    }
  `,
})
export class MailsAbout {
  readonly kind = input.required<InboxPage>();
  readonly id = input.required<string>();

  private readonly seen = inView();
  protected readonly mails = pagedList<InboxMailItem>('/api/inbox', () =>
    this.seen()
      ? { part: 'MAILS', aboutKind: this.kind(), aboutId: this.id(), limit: String(AT_ONCE) }
      : undefined,
  );

  protected inInbox({ subject, fromMail }: InboxMailItem): { part: string; search: string } {
    return { part: 'MAILS', search: (subject || fromMail).slice(0, 100) };
  }
}
