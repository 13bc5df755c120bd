import { Component, computed, effect, inject, untracked } from '@angular/core';
import type { InboxMailItem } from '@runder-tisch/domain/inbox';
import { pagedList } from '../lists/paged-list';
import { CurrentMeeting } from '../meetings/meeting-page/current-meeting';
import { InboxMailCard } from './inbox-mail-card';

/** Answers to this meeting that wait for a word of the office. */
@Component({
  selector: 'rt-meeting-inbox',
  imports: [InboxMailCard],
  template: `
    @if (mails.rows().length) {
      <section class="rt-unprinted" aria-labelledby="rt-meeting-inbox">
        <h2 id="rt-meeting-inbox">Posteingang</h2>
        <p class="rt-quiet">Diese Mails zählen erst, wenn Sie es sagen.</p>
        <ul>
          @for (mail of mails.rows(); track mail.id) {
            <li><rt-inbox-mail-card [mail]="mail" [ofMeeting]="true" (decided)="decided()" /></li>
          }
        </ul>
        @if (mails.hasMore()) {
          <button type="button" class="rt-button" (click)="mails.more()">Mehr laden</button>
        }
      </section>
    }
  `,
  styles: `
    section {
      margin-top: 20px;
    }
    h2 {
      margin: 0;
      font-size: 1rem;
    }
    ul {
      display: grid;
      gap: 8px;
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class MeetingInbox {
  private readonly current = inject(CurrentMeeting);
  private readonly meetingId = computed(() => {
    const staff = this.current.staff();
    return staff?.mayChange ? staff.id : null;
  });
  protected readonly mails = pagedList<InboxMailItem>('/api/inbox', () => {
    const meetingId = this.meetingId();
    return meetingId ? { meetingId } : undefined;
  });

  constructor() {
    // Whatever brings the page up to date brings this up to date.
    effect(() => {
      if (this.current.view()) untracked(() => this.mails.reload());
    });
  }

  protected decided(): void {
    this.current.reload();
  }
}
