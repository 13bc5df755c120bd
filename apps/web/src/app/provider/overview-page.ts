import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiCheckAll, mdiCommentTextOutline } from '@mdi/js';
import {
  decisionSentence,
  decisionIsTold,
  type FeedbackInboxView,
  type FeedbackListItem,
  feedbackStateLabels,
} from '@runder-tisch/domain/feedback';
import type { NamedReference } from '@runder-tisch/domain/lists';
import type { OwnInvitationItem } from '@runder-tisch/domain/meetings';
import type { OverviewView } from '@runder-tisch/domain/overview';
import type { TodayLine, TodayView } from '@runder-tisch/domain/tasks';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { OwnStepsCard } from '../cycles/steps/own-steps-card';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { pagedList } from '../lists/paged-list';
import { InvitationCard } from '../meetings/own-invitations/invitation-card';
import { OwnLetters } from '../measures/own-letters';
import { OwnMeasuresCard } from '../measures/own-measures-card';
import { keptObject } from '../object-page/kept-object';
import { ReadingBlocks } from '../reading/reading-blocks';
import { Session } from '../session/session';
import { OwnServicesCard } from '../social-services/own-services/own-services-card';
import { greeting } from '../today/greeting';

const SHOWN = 5;

/** A provider's start: what is asked of them, answered in place, and what became of what they said. */
@Component({
  selector: 'rt-overview-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    InvitationCard,
    OwnLetters,
    OwnMeasuresCard,
    OwnServicesCard,
    OwnStepsCard,
    PageHead,
    ProgressLine,
    ReadingBlocks,
    RouterLink,
  ],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.scss',
})
export class OverviewPage {
  private readonly api = inject(Api);
  private readonly send = acting(() => this.today.reload());
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ScreenClock);
  private readonly session = inject(Session);
  protected readonly icons = { nothing: mdiCheckAll, feedback: mdiCommentTextOutline };
  protected readonly states = feedbackStateLabels;
  protected readonly busy = signal<string | null>(null);

  protected readonly heading = computed(() => greeting(this.session.current().displayName, this.clock.now()));
  private readonly own = httpResource<NamedReference[]>(() => '/api/organisations/own');
  protected readonly houses = computed(() =>
    (this.own.hasValue() ? this.own.value() : []).map((it) => it.name).join(' · '),
  );
  private readonly invitations = pagedList<OwnInvitationItem>('/api/invitations/mine', () => ({ limit: 25 }));
  /** Which wait for an answer of one's own. An answered one stays until the page is left, so that it can be changed. */
  private readonly asked = new Set<string>();
  protected readonly waiting = computed(() =>
    this.invitations.rows().filter(({ meeting, own, mayAnswer }) => {
      if (mayAnswer && own?.answer === 'NEEDS_ACTION') this.asked.add(meeting.id);
      return this.asked.has(meeting.id);
    }),
  );
  protected readonly coming = computed(() =>
    this.invitations
      .rows()
      .filter((it) => it.own?.answer === 'ACCEPTED' || it.house.some((other) => other.answer === 'ACCEPTED'))
      .slice(0, SHOWN),
  );
  private readonly today = keptObject<TodayView>(() => '/api/today');
  /** Invitations stand above, where they are answered. */
  protected readonly lines = computed(() =>
    (this.today.view()?.lines ?? [])
      .filter((line) => line.kind !== 'meeting-answer')
      .map((line) => ({ ...line, target: this.router.parseUrl(line.path), key: line.kind + line.id })),
  );
  protected readonly loaded = computed(() => this.today.view() !== null && this.invitations.total() !== null);
  protected readonly loading = computed(() => this.today.loading() || this.invitations.loading());
  protected readonly problem = computed(() => this.invitations.problem() ?? this.today.problem());
  protected readonly entersServices = computed(() => this.own.hasValue() && this.own.value().length > 0);
  /** Who sits in a committee as well reads here what its members read. */
  private readonly reads = httpResource<OverviewView>(() =>
    this.session.may('overview:read') ? '/api/overview' : undefined,
  );
  protected readonly toRead = computed(() => (this.reads.hasValue() ? this.reads.value() : null));
  private readonly said = httpResource<FeedbackInboxView>(() => ({
    url: '/api/feedback',
    params: { limit: SHOWN },
  }));
  protected readonly feedback = computed(() => (this.said.hasValue() ? this.said.value() : null));

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

  protected answered(): void {
    this.invitations.reload();
    this.today.reload();
  }

  /** "Sie und Bernd Lutz" */
  protected whoComes({ own, house }: OwnInvitationItem): string {
    const names = house.filter((it) => it.answer === 'ACCEPTED').map((it) => it.name);
    const all = own?.answer === 'ACCEPTED' ? ['Sie selbst', ...names] : names;
    return new Intl.ListFormat('de').format(all);
  }

  protected outcome(item: FeedbackListItem): string {
    return item.decision && decisionIsTold(item.state)
      ? decisionSentence(item.decision, 'die zuständige Stelle')
      : '';
  }
}
