import { Component, computed, inject, input, signal } from '@angular/core';
import type { OpenItem } from '@runder-tisch/domain/meetings';
import { counted } from '@runder-tisch/domain/text';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { RunningMeeting } from '../record/running-meeting';

/** Where no next meeting is planned, something is put off by so much. */
const FOUR_WEEKS = 28;

/** What is open from last time, on top of the minutes: each done or put off with one tap. */
@Component({
  selector: 'rt-open-items-block',
  imports: [BerlinDatePipe],
  template: `
    @if (items().length) {
      <details [open]="unfolded()" (toggle)="folded.set(!details.open)" #details>
        <summary>
          <span class="name">Offen vom letzten Mal</span>
          <span class="rt-quiet rt-small">{{ left() }}</span>
        </summary>
        <ul>
          @for (item of items(); track item.id) {
            <li [class.said]="item.mark !== 'OPEN'">
              <span class="words">
                {{ item.title }}
                <span class="rt-quiet rt-small">
                  {{ item.kind === 'AGREEMENT' ? 'Vereinbarung' : item.who }}
                  @if (item.dueOn) {
                    · bis {{ item.dueOn | berlinDate: 'short' }}
                    @if (item.dueOn < today() && item.mark === 'OPEN') {
                      <span class="rt-badge rt-badge-negative">überfällig</span>
                    }
                  }
                </span>
              </span>
              @if (item.mark === 'OPEN') {
                @if (running.mayWrite()) {
                  <span class="acts">
                    <button type="button" class="rt-button rt-small" (click)="done(item)">
                      {{ item.kind === 'AGREEMENT' ? 'Umgesetzt' : 'Erledigt'
                      }}<span class="rt-unseen">: {{ item.title }}</span>
                    </button>
                    @if (item.kind === 'TASK') {
                      <button type="button" class="rt-button rt-small" (click)="move(item)">
                        Auf {{ nextDay() | berlinDate: 'short'
                        }}<span class="rt-unseen"> verschieben: {{ item.title }}</span>
                      </button>
                    }
                  </span>
                }
              } @else {
                <span class="acts">
                  @if (item.mark === 'DONE') {
                    <span class="rt-badge rt-badge-positive">{{
                      item.kind === 'AGREEMENT' ? 'umgesetzt' : 'erledigt'
                    }}</span>
                  } @else if (running.mayWrite()) {
                    <label class="moved">
                      verschoben auf
                      <input
                        #day
                        type="date"
                        class="rt-control"
                        [value]="item.movedTo"
                        [attr.aria-label]="'verschoben auf: ' + item.title"
                        (change)="moveTo(item, day.value)"
                      />
                    </label>
                  } @else {
                    <span class="rt-badge">verschoben auf {{ item.movedTo | berlinDate: 'short' }}</span>
                  }
                  @if (running.mayWrite()) {
                    <button type="button" class="rt-button rt-plain rt-small" (click)="reopen(item)">
                      Doch offen<span class="rt-unseen">: {{ item.title }}</span>
                    </button>
                  }
                </span>
              }
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
      flex: none;
    }
    details {
      padding: 10px 12px;
      border: 1px solid var(--rt-line);
      border-radius: var(--rt-radius);
      background: var(--rt-surface-raised);
    }
    summary {
      cursor: pointer;
    }
    .name {
      margin-inline-end: 8px;
      font-weight: 650;
    }
    ul {
      display: grid;
      gap: 10px;
      max-height: clamp(104px, 24vh, 280px);
      margin: 10px 0 0;
      padding: 0 4px 0 0;
      overflow: auto;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 6px 12px;
    }
    .words {
      flex: 1 1 220px;
      display: grid;
    }
    .said .words {
      color: var(--rt-text-quiet);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
    }
    .moved {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
    }
    .moved input {
      width: auto;
    }
  `,
})
export class OpenItemsBlock {
  /** At the first point of the agenda it is unfolded; later it makes room for what is said. */
  readonly first = input.required<boolean>();

  private readonly clock = inject(ScreenClock);
  private readonly toasts = inject(Toasts);
  protected readonly running = inject(RunningMeeting);
  /** Null until somebody folds it by hand. */
  protected readonly folded = signal<boolean | null>(null);
  protected readonly items = this.running.openItems.all;
  protected readonly unfolded = computed(() => !(this.folded() ?? !this.first()));
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  protected readonly nextDay = computed(
    () => this.running.meeting()?.nextDay ?? addDays(this.today(), FOUR_WEEKS),
  );
  protected readonly left = computed(() => {
    const open = this.items().filter(({ mark }) => mark === 'OPEN').length;
    return open === 0 ? 'alles besprochen' : counted(open, 'ist offen', 'sind offen');
  });

  protected done(item: OpenItem): void {
    this.running.openItems.say(item, 'DONE');
    this.toasts.say(`Erledigt: ${item.title}`, () => this.reopen(item));
  }

  protected move(item: OpenItem): void {
    this.moveTo(item, this.nextDay());
  }

  protected moveTo(item: OpenItem, day: string): void {
    if (day !== '') this.running.openItems.say(item, 'MOVED', day);
  }

  protected reopen(item: OpenItem): void {
    this.running.openItems.say(item, 'OPEN');
  }
}
