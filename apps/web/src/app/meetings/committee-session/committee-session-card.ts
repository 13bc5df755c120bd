import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { mdiAlertOutline } from '@mdi/js';
import { quorumInWords, quorumNeeded } from '@runder-tisch/domain/meetings';
import { formatDate } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { CurrentMeeting } from '../meeting-page/current-meeting';
import { CommitteeSessionForm } from './committee-session-form';
import { CurrentCommitteeSession } from './current-committee-session';

/** How a committee's session is called, and whether it can decide. */
@Component({
  selector: 'rt-committee-session-card',
  imports: [CommitteeSessionForm, Icon],
  template: `
    @if (current.view(); as it) {
      <section class="rt-card" aria-labelledby="calling">
        <h2 id="calling">Sitzung des Gremiums</h2>
        @for (warning of it.noticePeriod.warnings; track warning) {
          <p class="rt-note rt-note-warning">
            <rt-icon [path]="icon" /><span>{{ warning }}</span>
          </p>
        }
        @if (it.noticePeriod.asksReason) {
          <p>
            Bitte halten Sie fest, warum die Ladungsfrist verkürzt ist. Einladen und tagen können Sie auch so.
          </p>
        }
        <dl class="rt-facts rt-facts-stacked">
          <dt>Ladungsfrist</dt>
          <dd>{{ period() }}</dd>
          @if (it.noticePeriod.reason) {
            <dt>Verkürzte Ladungsfrist, Grund</dt>
            <dd class="rt-lines">{{ it.noticePeriod.reason }}</dd>
          }
          @if (it.localNotice.needed || it.localNotice.on) {
            <dt>Ortsübliche Bekanntmachung</dt>
            <dd>{{ notice() }}</dd>
          }
          <dt>Beschlussfähigkeit</dt>
          <dd>{{ quorum() }}</dd>
          @if (it.minutesUntil) {
            <dt>Niederschrift</dt>
            <dd>spätestens am {{ day(it.minutesUntil) }}</dd>
          }
        </dl>
        @if (it.mayChange && !over()) {
          <div class="rt-row rt-below-list rt-unprinted">
            <button type="button" class="rt-button rt-small" (click)="editing.set(true)">
              {{ it.noticePeriod.asksReason ? 'Grund angeben' : 'Angaben zur Sitzung' }}
            </button>
          </div>
        }
      </section>
      @if (editing()) {
        <rt-committee-session-form [session]="it" (closed)="editing.set(false)" (saved)="saved()" />
      }
    }
  `,
})
export class CommitteeSessionCard {
  private readonly meeting = inject(CurrentMeeting);
  protected readonly current = inject(CurrentCommitteeSession);
  protected readonly icon = mdiAlertOutline;
  protected readonly day = formatDate;
  protected readonly editing = signal(false);
  protected readonly over = computed(() => {
    const state = this.meeting.view()?.state;
    return state === 'MINUTES_APPROVED' || state === 'CANCELLED';
  });
  protected readonly period = computed(() => {
    const { days = null, lastDay = null } = this.current.view()?.noticePeriod ?? {};
    if (days === null) return 'keine';
    return `${days} ${days === 1 ? 'Tag' : 'Tage'}${lastDay ? `, einladen bis ${formatDate(lastDay)}` : ''}`;
  });
  protected readonly notice = computed(() => {
    const { on = null, where = '' } = this.current.view()?.localNotice ?? {};
    return on ? [formatDate(on), where].filter(Boolean).join(', ') : 'noch nicht eingetragen';
  });
  protected readonly quorum = computed(() => {
    const it = this.current.view();
    if (it?.quorumWords) return it.quorumWords;
    if (!it?.quorum) return 'Niemand ist mit Stimme eingetragen; bitte in Worten festhalten.';
    return it.attendanceTaken ? quorumInWords(it.quorum) : quorumNeeded(it.quorum);
  });

  constructor() {
    effect(() => {
      // Attendance, agenda and invitations tell on it.
      if (this.meeting.view()) untracked(() => this.current.reload());
    });
  }

  protected saved(): void {
    this.editing.set(false);
    this.meeting.reload();
  }
}
