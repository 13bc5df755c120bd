import { Component, computed, inject, input, signal } from '@angular/core';
import {
  ASSIGNED_DAYS,
  type AssignedView,
  type EarlierAssignmentView,
  type StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { addDays, berlinDay, formatShortDate } from '@runder-tisch/domain/time';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { Session } from '../../session/session';
import { InboxState } from '../inbox/inbox-state';
import { AssignPanel } from './assign-panel';

/** Who sees to the Hinweis and by when, and who did before. */
@Component({
  selector: 'rt-assigned-box',
  imports: [AssignPanel, BerlinDatePipe],
  template: `
    @if (isOpen()) {
      <div class="line">
        @if (item().assigned; as it) {
          <span [class.late]="it.overdue">
            Zugewiesen an <strong>{{ it.mine ? 'Sie' : it.name }}</strong>
            {{ it.overdue ? ', überfällig seit' : 'bis' }} {{ it.due | berlinDate: 'short' }}
          </span>
        } @else {
          <span class="rt-quiet">{{ nobody() }}</span>
        }
        <span class="acts rt-unprinted">
          @if (!item().assigned?.mine) {
            <button
              type="button"
              class="rt-button rt-plain rt-small"
              [disabled]="act.busy()"
              (click)="take()"
            >
              Mir zuweisen
            </button>
          }
          <button type="button" class="rt-button rt-plain rt-small" [disabled]="act.busy()" (click)="open()">
            {{ item().assigned ? 'Ändern' : 'Zuweisen' }}
          </button>
          @if (item().assigned) {
            <button type="button" class="rt-button rt-plain rt-small" [disabled]="act.busy()" (click)="end()">
              Niemandem zuweisen
            </button>
          }
        </span>
      </div>
    }
    @if (earlier().length) {
      <details class="rt-small">
        <summary>Zuweisungen ({{ earlier().length }})</summary>
        <ul>
          @for (one of earlier(); track one.since) {
            <li class="rt-quiet">{{ told(one) }}</li>
          }
        </ul>
      </details>
    }
    @if (panel()) {
      <rt-assign-panel [item]="item()" (closed)="panel.set(false)" (assigned)="done($event)" />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 6px;
    }
    .line,
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 8px;
    }
    /* Where they stand below the words, their own begin where those do. */
    .acts {
      margin-left: -8px;
    }
    .late {
      color: var(--rt-negative);
    }
    summary {
      padding: 4px 0;
      color: var(--rt-accent);
      cursor: pointer;
    }
  `,
})
export class AssignedBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly inbox = inject(InboxState);
  private readonly clock = inject(ScreenClock);
  protected readonly act = acting(() => this.inbox.reload());
  protected readonly panel = signal(false);
  protected readonly isOpen = computed(() => {
    const { state, countedWith } = this.item();
    return ['SUBMITTED', 'TRIAGED', 'LINKED', 'DECIDED'].includes(state) && countedWith === null;
  });
  /** All but the one that stands above. */
  protected readonly earlier = computed(() =>
    this.item().assignments.filter((one) => one.until !== null || one.lapsed || !this.isOpen()),
  );

  protected nobody(): string {
    const lapsed = this.item().assignments.find((one) => one.lapsed);
    return lapsed
      ? `Niemandem mehr zugewiesen: ${lapsed.name} darf ihn nicht mehr bearbeiten.`
      : 'Niemandem zugewiesen';
  }

  protected told({ name, due, by, since, until }: EarlierAssignmentView): string {
    const source = by === '' ? 'durch das Handlungsfeld' : `von ${by}`;
    const end = until === null ? '' : `, geändert am ${formatShortDate(until)}`;
    return `Zugewiesen an ${name} bis ${formatShortDate(due)} (${source} am ${formatShortDate(since)}${end})`;
  }

  open(): void {
    if (this.isOpen()) this.panel.set(true);
  }

  /** By the day that stands, unless there is none or it is over. */
  async take(): Promise<void> {
    const { id, assigned } = this.item();
    const accountId = this.session.current().accountId;
    if (!this.isOpen() || assigned?.mine || accountId === null) return;
    const day = addDays(berlinDay(this.clock.now()), ASSIGNED_DAYS);
    const request = { accountId, due: assigned && !assigned.overdue ? assigned.due : day };
    await this.act(async () =>
      this.done(await this.api.act<AssignedView>(`/api/feedback/${id}/assign`, null, request)),
    );
  }

  protected async end(): Promise<void> {
    const { id } = this.item();
    await this.act(async () => this.done(await this.api.act<AssignedView>(`/api/feedback/${id}/unassign`)));
  }

  protected done({ feedback, deedId }: AssignedView): void {
    this.panel.set(false);
    this.inbox.reload();
    const now = feedback.audience === 'staff' ? feedback.assigned : null;
    const words = now
      ? `${feedback.number} ist ${now.mine ? 'Ihnen' : now.name} zugewiesen, bis ${formatShortDate(now.due)}.`
      : `${feedback.number} ist niemandem zugewiesen.`;
    this.toasts.say(words, async () => {
      await this.act(() => this.api.act(`/api/feedback-assignments/${deedId}/undo`), 'Zurückgenommen.');
    });
  }
}
