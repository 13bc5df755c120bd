import { httpResource } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  type FeedbackInboxView,
  type FeedbackListItem,
  type FeedbackMove,
  type FeedbackView,
  type InboxView,
  inboxViews,
} from '@runder-tisch/domain/feedback';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';
import { pagedList } from '../../lists/paged-list';

interface Filters {
  view: string | undefined;
  search: string | undefined;
  fieldId: string | undefined;
  source: string | undefined;
  meetingId: string | undefined;
  formatId: string | undefined;
  networkId: string | undefined;
  textBlockId: string | undefined;
}

const done: Partial<Record<FeedbackMove, string>> = {
  triage: 'geprüft',
  link: 'zugeordnet',
  decide: 'entschieden',
  answer: 'beantwortet',
  archive: 'abgelegt',
  reject: 'zurückgewiesen',
};

/** The inbox of the open page: list, counts, the chosen item, and the way back from the last step. */
@Service({ autoProvided: false })
export class InboxState {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly filters = signal<Filters | undefined>(undefined);
  readonly chosenId = signal<string | null>(null);
  /** Counts up whenever something changed, so that the open item reads itself again. */
  readonly changed = signal(0);
  /** While several are chosen at once. */
  readonly selecting = signal(false);
  readonly selected = signal<ReadonlySet<string>>(new Set());
  /** An answer that was taken back before it was released: its words are not lost. */
  readonly withdrawn = signal<{ id: string; answer: string } | null>(null);
  private readonly last = signal<{ id: string; version: number } | null>(null);

  readonly list = pagedList<FeedbackListItem, FeedbackInboxView>('/api/feedback', () => {
    const filters = this.filters();
    return filters?.view === undefined ? undefined : { ...filters };
  });
  /** Every list tells what waits in each part; asked for alone only while it is open which list comes first. */
  private readonly counted = httpResource<FeedbackInboxView>(() =>
    this.filters() && this.filters()?.view === undefined
      ? { url: '/api/feedback', params: { limit: '1' } }
      : undefined,
  );
  readonly counts = computed(
    () => (this.list.answer() ?? (this.counted.hasValue() ? this.counted.value() : null))?.counts ?? null,
  );
  readonly view = computed<InboxView | null>(
    () => inboxViews.find((view) => view === this.filters()?.view) ?? null,
  );
  private readonly index = computed(() => this.list.rows().findIndex((row) => row.id === this.chosenId()));

  /** The part of the inbox where work begins: the first in which something waits. */
  readonly firstWaiting = computed<InboxView | null>(() => {
    const counts = this.counts();
    if (!counts) return null;
    return (
      (['to-check', 'new', 'to-decide', 'to-answer', 'to-release'] as const).find(
        (view) => counts[view] > 0,
      ) ?? 'all'
    );
  });

  select(on: boolean): void {
    this.selecting.set(on);
    this.selected.set(new Set());
  }

  toggle(id: string): void {
    this.selected.update((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  /** Everything the list shows by now; what is not loaded stays out. */
  selectShown(): void {
    this.selected.set(new Set(this.list.rows().map(({ id }) => id)));
  }

  step(by: 1 | -1): void {
    const rows = this.list.rows();
    const target = rows[Math.min(Math.max(this.index() + by, 0), rows.length - 1)];
    if (target) void this.open(target.id);
  }

  open(id: string): Promise<boolean> {
    return this.router.navigate(['/hinweise', id], {
      queryParamsHandling: 'merge',
      info: { keepFocus: true },
    });
  }

  /** Does one step; `goOn` then opens what comes next in the list. True when done. */
  async act(
    item: { id: string; version: number },
    move: FeedbackMove,
    request: object,
    goOn: boolean,
  ): Promise<boolean> {
    const next = goOn ? this.nextOf(item.id) : null;
    try {
      const view = await this.api.act<FeedbackView | { feedback: FeedbackView }>(
        `/api/feedback/${item.id}/${move}`,
        item.version,
        request,
      );
      const after = 'feedback' in view ? view.feedback : view;
      this.remember(after, move);
    } catch (failed) {
      this.toasts.warn(asProblemError(failed).says);
      this.reload();
      return false;
    }
    this.reload();
    if (next) await this.open(next);
    else if (goOn) await this.router.navigate(['/hinweise'], { queryParamsHandling: 'merge' });
    return true;
  }

  /** After a step that a form of its own has sent. */
  remember(
    after: FeedbackView,
    move: FeedbackMove,
    words = `${after.number} ist ${done[move] ?? 'geändert'}.`,
  ): void {
    if (after.audience !== 'staff') return;
    this.last.set(after.undo ? { id: after.id, version: after.version } : null);
    this.toasts.say(words, after.undo ? () => this.undo() : null);
  }

  /** Takes the last step back, on whichever item it was, and shows that item. */
  async undo(current: { id: string; version: number } | null = null): Promise<void> {
    const target = this.last() ?? current;
    if (!target) return;
    this.last.set(null);
    try {
      await this.api.act(`/api/feedback/${target.id}/undo`, target.version);
      this.toasts.say('Zurückgenommen.');
    } catch (failed) {
      this.toasts.warn(asProblemError(failed).says);
    }
    this.reload();
    if (this.chosenId() !== target.id) await this.open(target.id);
  }

  reload(): void {
    this.changed.update((count) => count + 1);
    this.list.reload();
  }

  private nextOf(id: string): string | null {
    const rows = this.list.rows();
    const at = rows.findIndex((row) => row.id === id);
    return (rows[at + 1] ?? rows[at - 1])?.id ?? null;
  }
}
