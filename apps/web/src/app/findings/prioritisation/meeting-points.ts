import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type PrioritisationListItem,
  prioritisationStateLabels,
  votersInWords,
} from '@runder-tisch/domain/findings/prioritisation';
import { pagedList } from '../../lists/paged-list';
import { CurrentMeeting } from '../../meetings/meeting-page/current-meeting';
import { Session } from '../../session/session';
import { prioritisationTone } from './prioritisation-tone';

/** The Punktabfragen of a meeting with what came first; a new one begins here for this meeting. */
@Component({
  selector: 'rt-meeting-points',
  imports: [RouterLink],
  template: `
    <div class="head">
      <h2>Punktabfragen</h2>
      @if (mayCreate()) {
        <a
          class="rt-button"
          routerLink="/planung/punktabfragen"
          [queryParams]="{ meetingId: meetingId(), neu: 1 }"
          >Punktabfrage anlegen</a
        >
      }
    </div>
    <ul>
      @for (it of list.rows(); track it.id) {
        <li>
          <a [routerLink]="['/planung/punktabfragen', it.id]">{{ it.question }}</a>
          &ngsp;<span class="rt-badge" [class]="tone(it.state)">{{ labels[it.state] }}</span>
          @if (it.voters !== null) {
            <span class="rt-quiet"
              >{{ it.first.join(' · ') || 'keine Punkte' }}, {{ voters(it.voters) }}</span
            >
          }
        </li>
      } @empty {
        <li class="rt-quiet">Zu diesem Termin gibt es keine Punktabfrage.</li>
      }
    </ul>
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
      margin-bottom: 12px;
    }
    ul {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 10px;
    }
  `,
})
export class MeetingPoints {
  private readonly current = inject(CurrentMeeting);
  private readonly session = inject(Session);
  protected readonly labels = prioritisationStateLabels;
  protected readonly tone = prioritisationTone;
  protected readonly voters = votersInWords;
  protected readonly meetingId = computed(() => this.current.view()?.id);
  protected readonly mayCreate = computed(() => this.session.may('prioritisation:run'));
  protected readonly list = pagedList<PrioritisationListItem>('/api/prioritisations', () => {
    const meetingId = this.meetingId();
    return meetingId ? { meetingId } : undefined;
  });
}
