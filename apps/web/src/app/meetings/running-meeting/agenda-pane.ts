import { Component, computed, inject, input, output } from '@angular/core';
import { mdiEyeOffOutline } from '@mdi/js';
import { agendaNumbers, type SessionAgendaItem } from '@runder-tisch/domain/meetings';
import { Icon } from '@runder-tisch/ui/icon';
import { ScreenClock } from '@runder-tisch/ui/text';
import { usedTime, type ItemClock } from './item-clock';
import { RunningMeeting } from './record/running-meeting';

interface Point {
  id: string | null;
  number: string;
  sub: boolean;
  title: string;
  presenter: string;
  hidden: boolean;
  time: string;
  over: boolean;
  lines: number;
}

/** What is on the agenda, what it may take and what it took. */
@Component({
  selector: 'rt-agenda-pane',
  imports: [Icon],
  template: `
    <h2>Tagesordnung</h2>
    <ol class="points">
      @for (point of points(); track point.id) {
        <li [class.sub]="point.sub">
          <button
            type="button"
            class="point rt-printed"
            [attr.aria-current]="point.id === current() ? 'step' : null"
            (click)="opened.emit(point.id)"
          >
            <span class="number rt-number">{{ point.number }}</span>
            <span class="words">
              <span class="title">{{ point.title }}</span>
              @if (point.presenter) {
                <span class="note">{{ point.presenter }}</span>
              }
              @if (point.hidden) {
                <span class="note"><rt-icon [path]="hiddenIcon" />nur Verwaltung, nicht im Protokoll</span>
              }
              <span class="note rt-number" [class.over]="point.over">
                {{ point.time }}
                @if (point.over) {
                  <span>– Zeit überschritten</span>
                }
              </span>
            </span>
            @if (point.lines) {
              <span class="count rt-number">{{ point.lines }}<span class="rt-unseen"> Zeilen</span></span>
            }
          </button>
        </li>
      }
    </ol>
  `,
  styleUrl: './agenda-pane.scss',
})
export class AgendaPane {
  readonly current = input.required<string | null>();
  readonly clock = input.required<ItemClock>();
  readonly opened = output<string | null>();

  private readonly screen = inject(ScreenClock);
  private readonly running = inject(RunningMeeting);
  protected readonly hiddenIcon = mdiEyeOffOutline;

  protected readonly points = computed<Point[]>(() => {
    const agenda = this.running.meeting()?.agenda ?? [];
    const outside = {
      id: null,
      title: 'Außerhalb der Tagesordnung',
      minutes: null,
      visibility: 'INTERNAL',
      presenter: '',
    } as const;
    const numbers = agendaNumbers(agenda);
    return [...agenda, outside].map((item, index) => this.point(item, numbers[index] ?? ''));
  });

  private point(item: Omit<SessionAgendaItem, 'id'> & { id: string | null }, number: string): Point {
    const used = Math.floor(usedTime(this.clock(), item.id, this.screen.now().getTime()) / 60_000);
    return {
      id: item.id,
      number,
      sub: number.includes('.'),
      title: item.title,
      presenter: item.presenter,
      hidden: item.visibility === 'HIDDEN',
      time: this.time(used, item.minutes),
      over: item.minutes !== null && used > item.minutes,
      lines: this.running.lines().filter((line) => line.agendaItemId === item.id).length,
    };
  }

  /** Before and after the session only what was planned. */
  private time(used: number, planned: number | null): string {
    if (planned === null) return used ? `${used} Min.` : '';
    return used || this.running.phase() === 'running' ? `${used} von ${planned} Min.` : `${planned} Min.`;
  }
}
