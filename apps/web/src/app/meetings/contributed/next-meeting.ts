import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '@runder-tisch/domain/lists';
import type { MeetingListItem } from '@runder-tisch/domain/meetings';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { RelativeTime } from '@runder-tisch/ui/text';
import { CurrentNetwork } from '../../networks/network-page/current-network';

/** When the network meets next, in the facts beside the page. */
@Component({
  selector: 'rt-next-meeting',
  imports: [RelativeTime, RouterLink],
  template: `
    @if (next(); as meeting) {
      <a [routerLink]="['/termine', meeting.id]">{{ when() }}</a>
      @if (meeting.startsAt) {
        <div class="rt-quiet"><rt-relative-time [at]="meeting.startsAt" /></div>
      }
    } @else if (answer.hasValue()) {
      <span class="rt-quiet">noch nicht geplant</span>
    } @else {
      <span class="rt-quiet">…</span>
    }
  `,
})
export class NextMeeting {
  private readonly current = inject(CurrentNetwork);
  private readonly networkId = computed(() => this.current.view()?.id);
  protected readonly answer = httpResource<Page<MeetingListItem>>(() => {
    const networkId = this.networkId();
    return networkId
      ? { url: '/api/meetings', params: { networkId, when: 'upcoming', limit: 5 } }
      : undefined;
  });
  protected readonly next = computed(() =>
    this.answer.hasValue()
      ? (this.answer.value().items.find((meeting) => meeting.startsAt && meeting.state !== 'CANCELLED') ??
        null)
      : null,
  );
  protected readonly when = computed(() => {
    const meeting = this.next();
    return meeting?.startsAt ? formatShortPeriod(meeting.startsAt, meeting.endsAt) : '';
  });
}
