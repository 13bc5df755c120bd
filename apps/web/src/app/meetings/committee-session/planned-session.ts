import { Component, computed, inject, input } from '@angular/core';
import { mdiAlertOutline } from '@mdi/js';
import type { CommitteeView } from '@runder-tisch/domain/committees';
import { noticePeriodWarnings } from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { ScreenClock } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';

/** Says before inviting whose session it is and that its Ladungsfrist would be cut short. */
@Component({
  selector: 'rt-planned-session',
  imports: [Icon],
  template: `
    @if (committee.view(); as it) {
      <p>Gremium: {{ it.name }}</p>
      @for (warning of warnings(); track warning) {
        <p class="rt-note rt-note-warning">
          <rt-icon [path]="icon" />
          <span>{{ warning }} Einladen können Sie trotzdem; den Grund halten Sie danach am Termin fest.</span>
        </p>
      }
    }
  `,
})
export class PlannedSession {
  readonly committeeId = input.required<string>();
  readonly day = input.required<string>();

  private readonly clock = inject(ScreenClock);
  protected readonly icon = mdiAlertOutline;
  protected readonly committee = keptObject<CommitteeView>(() => `/api/committees/${this.committeeId()}`);
  protected readonly warnings = computed(() =>
    noticePeriodWarnings({
      startsOn: /^\d{4}-\d{2}-\d{2}$/.test(this.day()) ? this.day() : null,
      invitationDays: this.committee.view()?.invitationDays ?? null,
      invitedOn: null,
      agendaChangedOn: null,
      today: berlinDay(this.clock.now()),
    }),
  );
}
