import { Component, computed, inject } from '@angular/core';
import { AttachmentsBox } from '../../attachments/attachments-box';
import { CurrentMeeting } from './current-meeting';

/** What hangs on the meeting, by the points of its agenda. */
@Component({
  selector: 'rt-meeting-attachments',
  imports: [AttachmentsBox],
  template: `
    @if (id(); as it) {
      <section class="rt-card" aria-labelledby="attachments">
        <h2 id="attachments" class="rt-unseen">Unterlagen</h2>
        <rt-attachments kind="meeting" [objectId]="it" />
      </section>
    }
  `,
})
export class MeetingAttachments {
  private readonly current = inject(CurrentMeeting);
  protected readonly id = computed(() => this.current.view()?.id ?? null);
}
