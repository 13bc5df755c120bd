import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiNotebookEditOutline } from '@mdi/js';
import { maySessionStart } from '@runder-tisch/domain/meetings';
import { EmptyState } from '@runder-tisch/ui/layout';
import { ScreenClock } from '@runder-tisch/ui/text';
import { Block } from '../../object-page/block';
import { contributedBlocks } from '../../object-page/contributed';
import { Session } from '../../session/session';
import { TaskList } from '../../tasks/task-list';
import { TraceLists } from '../../trace/trace-lists';
import { CurrentMeeting } from '../meeting-page/current-meeting';
import { AgendaTimes } from './agenda-times';
import { MinutesState } from './minutes-state';
import { ProtocolPreview } from './protocol-preview';

/** What remains of a meeting: protocol, tasks, Hinweise and the letter that reports on them. */
@Component({
  selector: 'rt-meeting-follow-up',
  imports: [AgendaTimes, Block, EmptyState, MinutesState, ProtocolPreview, RouterLink, TaskList, TraceLists],
  template: `
    @if (current.view(); as meeting) {
      <div class="rt-stack">
        @if (current.staff(); as staff) {
          @if (staff.mayChange && (isHeld() || staff.sessionStartedAt)) {
            <rt-minutes-state [meeting]="staff" />
          } @else if (!isHeld()) {
            <div class="rt-card">
              <rt-empty-state
                heading="Der Nachlauf beginnt mit der Sitzung"
                text="Hier stehen danach Protokoll, Aufgaben, Hinweise und der Ergebnisbrief."
                [icon]="icon"
              >
                @if (staff.mayChange && staff.state !== 'CANCELLED') {
                  <a class="rt-button" [routerLink]="['/termine', meeting.id, 'sitzung']">{{
                    toSession()
                  }}</a>
                  <a class="rt-button rt-plain" [href]="signInList()" target="_blank"
                    >Anwesenheitsliste zum Ausdrucken</a
                  >
                }
              </rt-empty-state>
            </div>
          }
        }
        @if (isHeld() && current.staff()?.mayChange) {
          <rt-agenda-times [type]="meeting.type" [agenda]="meeting.agenda" />
        }
        @if (hasProtocol()) {
          <rt-protocol-preview [meetingId]="meeting.id" [version]="version()" />
          @if (!current.staff()?.mayChange) {
            <p>
              <a [href]="'/api/meetings/' + meeting.id + '/protocol.pdf'" target="_blank"
                >Protokoll als PDF</a
              >
            </p>
          }
        }
        @if (isHeld()) {
          @if (mayReadTasks) {
            <section>
              <h2>Aufgaben aus diesem Termin</h2>
              <rt-task-list [query]="{ meetingId: meeting.id }" [network]="meeting.network" />
            </section>
          }
          @if (mayReport()) {
            @for (block of blocks; track block) {
              <rt-block [of]="block" />
            }
          }
        }
        <section class="rt-card" aria-label="Spur">
          <rt-trace-lists kind="meeting" [objectId]="meeting.id" />
        </section>
      </div>
    }
  `,
  styles: `
    section > h2 {
      margin-bottom: 12px;
    }
  `,
})
export class MeetingFollowUp {
  private readonly clock = inject(ScreenClock);
  protected readonly mayReadTasks = inject(Session).may('task:read');
  protected readonly blocks = contributedBlocks('meeting-follow-up');
  protected readonly current = inject(CurrentMeeting);
  protected readonly icon = mdiNotebookEditOutline;

  protected readonly isHeld = computed(() => {
    const state = this.current.view()?.state;
    return state === 'HELD' || state === 'MINUTES_APPROVED';
  });
  /** Those who plan read the draft as well, others what was approved. */
  protected readonly hasProtocol = computed(() => {
    const state = this.current.view()?.state;
    return state === 'MINUTES_APPROVED' || (state === 'HELD' && (this.current.staff()?.mayChange ?? false));
  });
  protected readonly version = computed(() => this.current.staff()?.version ?? 0);
  protected readonly mayReport = computed(() => this.current.staff()?.mayChange ?? false);
  protected readonly toSession = computed(() => {
    const { startsAt = null, endsAt = null } = this.current.view() ?? {};
    const now = this.clock.now();
    if (endsAt && new Date(endsAt) < now) return 'Protokoll nachtragen';
    const opens = maySessionStart({ startsAt: startsAt ? new Date(startsAt) : null }, now);
    return opens ? 'Zur Sitzung' : 'Protokoll vorbereiten';
  });
  protected readonly signInList = computed(
    () => `/api/meetings/${this.current.view()?.id ?? ''}/sign-in-list.pdf`,
  );
}
