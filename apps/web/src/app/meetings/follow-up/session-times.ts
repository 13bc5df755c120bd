import { Component, computed, inject, input, signal } from '@angular/core';
import {
  meetingProblems,
  meetingTimes,
  typedTimes,
  type StaffMeetingView,
} from '@runder-tisch/domain/meetings';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { CurrentMeeting } from '../meeting-page/current-meeting';

/** From when to when people really met, as the protocol prints it; open until it is released. */
@Component({
  selector: 'rt-session-times',
  template: `
    <form class="rt-row" (submit)="$event.preventDefault(); save(from.value, until.value)">
      <label>
        <span class="rt-label">Beginn</span>
        <input #from class="rt-control" type="time" [value]="times().startTime" />
      </label>
      <label>
        <span class="rt-label">Ende</span>
        <input #until class="rt-control" type="time" [value]="times().endTime" />
      </label>
      <button class="rt-button rt-small" [disabled]="act.busy()">Zeiten übernehmen</button>
    </form>
    @if (typed() ?? act.refusal(); as says) {
      <p class="rt-error" role="alert">{{ says }}</p>
    }
  `,
  styles: `
    form {
      align-items: end;
      margin: 12px 0;
    }
    label {
      display: grid;
      gap: 4px;
    }
  `,
})
export class SessionTimes {
  readonly meeting = input.required<StaffMeetingView>();

  private readonly api = inject(Api);
  private readonly current = inject(CurrentMeeting);
  protected readonly act = actingInPlace(() => this.current.reload());
  /** What is wrong with the times before anybody is asked. */
  protected readonly typed = signal<string | null>(null);
  protected readonly times = computed(() => {
    const { sessionStartedAt, sessionEndedAt, startsAt, endsAt } = this.meeting();
    return typedTimes(asDate(sessionStartedAt ?? startsAt), asDate(sessionEndedAt ?? endsAt));
  });

  protected async save(startTime: string, endTime: string): Promise<void> {
    const read = meetingTimes({ ...this.times(), startTime, endTime });
    this.typed.set(read.ok ? null : meetingProblems[read.refusal].says);
    if (!read.ok) return;
    const request = { startedAt: read.startsAt?.toISOString(), endedAt: read.endsAt?.toISOString() };
    await this.act(
      () => this.api.act(`/api/meetings/${this.meeting().id}/session/end`, null, request),
      'Beginn und Ende stehen so im Protokoll.',
    );
  }
}

function asDate(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}
