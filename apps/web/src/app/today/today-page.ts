import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiCheckAll } from '@mdi/js';
import type { Scene } from '@runder-tisch/domain/documents';
import type { TodayLine, TodayMeeting, TodayView } from '@runder-tisch/domain/tasks';
import { formatLongDate, formatShortPeriod } from '@runder-tisch/domain/time';
import { answerBar, answerSentence } from '@runder-tisch/drawing/answer-bar';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, RelativeTime, ScreenClock } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { Block } from '../object-page/block';
import { contributedBlocks } from '../object-page/contributed';
import { keptObject } from '../object-page/kept-object';
import { Session } from '../session/session';
import { DoneToday } from './done-today';
import { FirstHour } from './first-hour';
import { greeting } from './greeting';

/** What is due today in plain verbs, the next meetings, and how one's networks stand. */
@Component({
  selector: 'rt-today-page',
  imports: [
    BerlinDatePipe,
    Block,
    EmptyState,
    FirstHour,
    PageHead,
    ProgressLine,
    RelativeTime,
    RouterLink,
    SceneView,
  ],
  providers: [DoneToday],
  templateUrl: './today-page.html',
  styleUrl: './today-page.scss',
})
export class TodayPage {
  private readonly api = inject(Api);
  private readonly send = acting(() => {
    this.kept.reload();
    this.done.times.update((times) => times + 1);
  });
  private readonly clock = inject(ScreenClock);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly icon = mdiCheckAll;
  private readonly done = inject(DoneToday);
  protected readonly blocks = contributedBlocks('today');
  protected readonly busy = signal<string | null>(null);

  protected readonly heading = computed(() => greeting(this.session.current().displayName, this.clock.now()));
  protected readonly date = computed(() => formatLongDate(this.clock.now()));
  protected readonly kept = keptObject<TodayView>(() => '/api/today');
  protected readonly view = this.kept.view;
  protected readonly lines = computed(() =>
    (this.view()?.lines ?? []).map((line) => ({
      ...line,
      target: this.router.parseUrl(line.path),
      key: line.kind + line.id,
    })),
  );
  protected readonly nothing = computed(() => {
    const next = this.view()?.meetings[0];
    return next ? `Nächster Termin am ${formatLongDate(next.startsAt)}.` : '';
  });
  protected readonly meetings = computed(() =>
    (this.view()?.meetings ?? []).map((meeting) => ({
      ...meeting,
      ...answersOf(meeting),
      when: formatShortPeriod(meeting.startsAt, meeting.endsAt),
    })),
  );

  protected isLate(line: TodayLine): boolean {
    return line.due !== null && line.due < (this.view()?.today ?? '');
  }

  /** The button of a line: done at once, with a way back where the line has one. */
  protected async act(line: TodayLine): Promise<void> {
    const { post, undo } = line;
    if (!post) return;
    this.busy.set(line.kind + line.id);
    if (await this.send(() => this.api.act(post))) {
      const takeBack = async (): Promise<void> => {
        if (undo) await this.send(() => this.api.act(undo));
      };
      this.toasts.say(`${line.action}: ${line.text}`, undo ? takeBack : null);
    }
    this.busy.set(null);
  }
}

function answersOf(meeting: TodayMeeting): { bar: Scene | null; words: string } {
  const counts = {
    yes: meeting.accepted,
    maybe: meeting.tentative,
    no: meeting.declined,
    open: meeting.silent,
  };
  const invited = counts.yes + counts.maybe + counts.no + counts.open;
  if (invited === 0) return { bar: null, words: 'Noch niemand eingeladen' };
  return { bar: answerBar(counts, { compact: true, width: 290 }), words: answerSentence(counts) };
}
