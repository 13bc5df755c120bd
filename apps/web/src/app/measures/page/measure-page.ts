import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiFlagCheckered } from '@mdi/js';
import {
  endedMeasureStates,
  goingMeasureStates,
  measureKindLabels,
  type MeasureMove,
  measureMoveLabels,
  measureStateLabels,
  measureStatusLabels,
  type MeasureView,
  reportedStatusLabels,
} from '@runder-tisch/domain/measures';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { EvaluationBlock } from '../evaluation/evaluation-block';
import { keptObject } from '../../object-page/kept-object';
import { TraceLists } from '../../trace/trace-lists';
import { euros } from '../euros';
import { MeasureKindBadge, MeasureStatusBadge } from '../measure-badges';
import { AskPanel } from '../overview/ask-panel';
import { MeasureForm } from './measure-form';
import { MoveForm, movesWithWords } from './move-form';
import { ProgressForm } from './progress-form';
import { StatusForm } from './status-form';

/** The moves that lead on: the first of them that can be made is the page's main button. */
const leading: readonly MeasureMove[] = ['complete', 'approve', 'start', 'resume', 'evaluate', 'convert'];

type Panel = 'edit' | 'progress' | 'status' | 'ask' | MeasureMove;

/** One Maßnahme: how it stands, what was said about it, what it costs, where it comes from. */
@Component({
  selector: 'rt-measure-page',
  imports: [
    EvaluationBlock,
    AskPanel,
    BerlinDatePipe,
    EmptyState,
    MeasureForm,
    MeasureKindBadge,
    MeasureStatusBadge,
    MoveForm,
    PageHead,
    ProgressForm,
    ProgressLine,
    RouterLink,
    StatusForm,
    TraceLists,
  ],
  templateUrl: './measure-page.html',
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }
    h3,
    .rt-row {
      margin-top: 14px;
    }
    li {
      padding: 10px 0;
      border-top: 1px solid var(--rt-line);
    }
    li:first-child {
      border-top: 0;
    }
    .cost {
      width: 100%;
      border-collapse: collapse;
    }
    .cost th,
    .cost td {
      padding: 5px 0;
      text-align: left;
    }
    .cost .number {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class MeasurePage {
  readonly id = input.required<string>();
  /** Opens the form for the Sachstand, as Heute asks for. */
  readonly sachstand = input<string>();

  private readonly api = inject(Api);
  protected readonly icon = mdiFlagCheckered;
  protected readonly back = { label: 'den Maßnahmen', link: '/planung/massnahmen' };
  protected readonly labels = {
    state: measureStateLabels,
    kind: measureKindLabels,
    status: measureStatusLabels,
    move: measureMoveLabels,
    report: reportedStatusLabels,
  };
  protected readonly euros = euros;
  protected readonly measure = keptObject<MeasureView>(
    () => `/api/measures/${this.id()}`,
    (view) => view.title,
  );
  protected readonly act = acting();
  protected readonly panel = linkedSignal<Panel | null>(() => (this.sachstand() ? 'progress' : null));
  protected readonly moving = computed(() => {
    const panel = this.panel();
    return panel !== null && panel in measureMoveLabels ? (panel as MeasureMove) : null;
  });
  protected readonly main = computed(() => leading.find((move) => this.measure.view()?.moves.includes(move)));
  protected readonly mayEdit = computed(() => {
    const view = this.measure.view();
    return view !== null && view.mayChange && !endedMeasureStates.includes(view.state);
  });
  protected readonly going = computed(() =>
    goingMeasureStates.includes(this.measure.view()?.state ?? 'REJECTED'),
  );
  protected readonly askable = computed(() => this.going() || this.measure.view()?.state === 'ON_HOLD');

  protected async move(view: MeasureView, move: MeasureMove): Promise<void> {
    if (movesWithWords.includes(move)) {
      this.panel.set(move);
      return;
    }
    const path = `/api/measures/${view.id}/${move}`;
    const done = await this.act(async () => {
      const request = { reason: '', on: null, followedById: null };
      this.measure.view.set(await this.api.act<MeasureView>(path, view.version, request));
    }, 'Gespeichert.');
    if (!done) this.measure.reload();
  }

  protected async accept(view: MeasureView, recommendationId: string): Promise<void> {
    const path = `/api/measures/${view.id}/recommendations/${recommendationId}/accept`;
    await this.act(
      async () => this.measure.view.set(await this.api.act<MeasureView>(path)),
      'Als geprüft vermerkt.',
    );
  }

  protected show(view: MeasureView): void {
    this.panel.set(null);
    this.measure.view.set(view);
  }

  protected changed(): void {
    this.panel.set(null);
    this.measure.reload();
  }
}
