import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiForumOutline } from '@mdi/js';
import {
  discourseListPaths,
  type DiscourseMove,
  discourseMoveLabels,
  discourseStateLabels,
  discourseStations,
  type DiscourseView,
} from '@runder-tisch/domain/cycles';
import type { MoveDiscourse } from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { DiscourseEditForm } from './discourse-edit-form';
import { DiscourseMoveForm } from './discourse-move-form';
import { DiscourseParts } from './discourse-parts';
import { DiscourseRingView } from './discourse-ring-view';

/** One round of the discourse: its question, its ring with counts, what it rests on and what it taught. */
@Component({
  selector: 'rt-discourse-page',
  imports: [
    BerlinDatePipe,
    DiscourseEditForm,
    DiscourseMoveForm,
    DiscourseParts,
    DiscourseRingView,
    EmptyState,
    PageHead,
    ProgressLine,
    RouterLink,
  ],
  templateUrl: './discourse-page.html',
  styleUrl: './discourse-page.scss',
})
export class DiscoursePage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  protected readonly icon = mdiForumOutline;
  protected readonly labels = { state: discourseStateLabels, move: discourseMoveLabels };
  protected readonly act = acting();
  protected readonly panel = signal<'edit' | 'close' | 'reopen' | null>(null);
  protected readonly round = keptObject<DiscourseView>(
    () => `/api/discourse-rounds/${this.id()}`,
    (view) => `${view.number}. Diskursrunde: ${view.title}`,
  );
  /** The stations with the addresses of their lists; the Diskurs opens three. */
  protected readonly table = computed(() => {
    const view = this.round.view();
    if (!view?.counts) return [];
    const { counts } = view;
    return discourseStations(counts, view.reflection !== '').map(({ key, label, says, list }) => ({
      ...{ key, label },
      entries: !list
        ? [{ says, path: null }]
        : list === 'FEEDBACK'
          ? (['FORMATS', 'MEETINGS', 'FEEDBACK'] as const).map((each, index) => ({
              says: says.split(', ')[index] ?? '',
              path: discourseListPaths[each],
            }))
          : [{ says, path: discourseListPaths[list] }],
    }));
  });

  protected async move(move: DiscourseMove): Promise<void> {
    if (move !== 'start') {
      this.panel.set(move);
      return;
    }
    const it = this.round.view();
    const path = `/api/discourse-rounds/${this.id()}/${move}`;
    const request: MoveDiscourse = { reason: '', reflection: '' };
    const done = await this.act(
      async () => this.round.view.set(await this.api.act<DiscourseView>(path, it?.version ?? null, request)),
      'Die Diskursrunde läuft.',
    );
    if (!done) this.round.reload();
  }

  protected show(view: DiscourseView | null): void {
    this.panel.set(null);
    if (view) this.round.view.set(view);
    else this.round.reload();
  }
}
