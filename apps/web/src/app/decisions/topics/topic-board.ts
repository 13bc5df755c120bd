import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFormatListNumbered } from '@mdi/js';
import {
  topicCriteria,
  topicCriterionLabels,
  type TopicPointsView,
  topicScore,
  type TopicView,
} from '@runder-tisch/domain/decisions';
import type { Page } from '@runder-tisch/domain/lists';
import { EmptyState } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { Session } from '../../session/session';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { TopicForm } from './topic-form';

/** Topics in their order: moved by hand or keyboard, by criteria, by the points of a session. */
@Component({
  selector: 'rt-topic-board',
  imports: [BerlinDatePipe, EmptyState, KeptEntryBody, KeptList, RouterLink, TopicForm],
  templateUrl: './topic-board.html',
  styles: `
    .name {
      font-weight: 600;
    }
    h2 + p,
    p + .tools {
      margin-top: 8px;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 0 0 16px;
    }
  `,
})
export class TopicBoard {
  readonly decided = input.required<boolean>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly icon = mdiFormatListNumbered;
  protected readonly criteria = topicCriteria;
  protected readonly labels = topicCriterionLabels;
  protected readonly scoreOf = topicScore;
  protected readonly topics = keptList<TopicView>('/api/topics');
  private readonly polls = httpResource<Page<TopicPointsView>>(() => '/api/topics/points');
  protected readonly asked = computed(() => (this.polls.hasValue() ? this.polls.value().items : []));
  protected readonly mayChange = computed(() => this.session.may('decision:change'));
  protected readonly movable = computed(() => this.mayChange() && !this.decided());
  protected readonly many = computed(() => this.topics.entries().filter((it) => it.active).length > 1);
  protected readonly adding = signal(false);
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(
    () => this.topics.entries().find((it) => it.id === this.editing()) ?? null,
  );
  protected readonly act = acting(() => this.topics.reload());

  protected async byCriteria(): Promise<void> {
    const before = this.topics.entries().map(({ id }) => id);
    await this.ordered(() => this.api.act('/api/topics/order-by-criteria', null), before);
  }

  protected async byPoints({ id }: TopicPointsView): Promise<void> {
    const before = this.topics.entries().map(({ id: topicId }) => topicId);
    await this.ordered(
      () => this.api.act('/api/topics/order-by-points', null, { prioritisationId: id }),
      before,
    );
  }

  /** Where the order was another one before, it can be had again. */
  protected readonly before = signal<readonly string[] | null>(null);

  protected async backToBefore(): Promise<void> {
    const ids = this.before();
    if (!ids) return;
    this.before.set(null);
    await this.topics.order(ids);
  }

  protected async askForPoints(): Promise<void> {
    let id = '';
    const done = await this.act(async () => {
      ({ id } = await this.api.create<{ id: string }>('/api/topics/points', {}));
    });
    if (done) void this.router.navigate(['/planung/punktabfragen', id]);
  }

  protected closeForm(): void {
    this.adding.set(false);
    this.editing.set(null);
    this.changed.emit();
  }

  private async ordered(change: () => Promise<unknown>, before: readonly string[]): Promise<void> {
    if (await this.act(change, 'Neu geordnet.')) this.before.set(before);
  }
}
