import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiSync } from '@mdi/js';
import {
  counterSentence,
  cycleClock,
  cycleCounterLabels,
  cycleCounterPaths,
  cycleCounters,
  type CycleListItem,
  type CycleMove,
  cycleMoveLabels,
  cycleStateLabels,
  cycleStates,
  type CycleView,
  nextStep,
  planAge,
  stepRoleLabels,
} from '@runder-tisch/domain/cycles';
import type { MoveCycle } from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { AttachmentsBox } from '../../attachments/attachments-box';
import { OpenDecisions } from '../../decisions/open-decisions';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { cycleTabs } from '../cycle-tabs';
import { CycleDiscourse } from '../discourse/cycle-discourse';
import { DiscourseForm } from '../discourse/discourse-form';
import { ReasonForm } from '../reason-form';
import { StepBadge } from '../steps/step-badge';
import { BeginCycleForm } from './begin-cycle-form';
import { CycleForm } from './cycle-form';

/** The cycle: its goals with what is reached, its two clocks, and its phases with their steps. */
@Component({
  selector: 'rt-cycle-page',
  imports: [
    AttachmentsBox,
    BeginCycleForm,
    BerlinDatePipe,
    CycleDiscourse,
    CycleForm,
    DiscourseForm,
    EmptyState,
    OpenDecisions,
    PageHead,
    ProgressLine,
    ReasonForm,
    RouterLink,
    StepBadge,
    TabBar,
  ],
  templateUrl: './cycle-page.html',
  styleUrl: './cycle-page.scss',
})
export class CyclePage {
  /** Without it the one that runs: the earliest that is not closed, or else the newest. */
  readonly id = input<string>();
  readonly neu = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiSync;
  protected readonly tabs = cycleTabs;
  protected readonly labels = { state: cycleStateLabels, move: cycleMoveLabels, role: stepRoleLabels };
  protected readonly counterLabels = cycleCounterLabels;
  protected readonly counterPaths = cycleCounterPaths;
  protected readonly act = acting();
  protected readonly panel = signal<'edit' | 'back' | 'discourse' | null>(null);
  protected readonly seesActors = computed(() => this.session.may('actor-analysis:read'));
  protected readonly mayBegin = computed(() => this.session.may('cycle:change'));
  protected readonly listed = keptObject<Page<CycleListItem>>(() => '/api/cycles');
  protected readonly all = computed(() => this.listed.view()?.items ?? []);
  protected readonly shownId = computed(() => {
    const open = this.all().filter(({ state }) => state !== 'CLOSED');
    return this.id() ?? open.at(-1)?.id ?? this.all()[0]?.id;
  });
  protected readonly cycle = keptObject<CycleView>(
    () => (this.shownId() ? `/api/cycles/${this.shownId()}` : undefined),
    (view) => view.name,
  );
  private readonly earlier = keptObject<CycleView>(() => {
    const previous = this.cycle.view()?.previous;
    return previous ? `/api/cycles/${previous.id}` : undefined;
  });
  /** How far that is on its way; a bar of eleven would not fit a phone. */
  protected readonly place = computed(
    () => `${cycleStates.indexOf(this.cycle.view()?.state ?? 'PREPARATION') + 1} von ${cycleStates.length}`,
  );
  protected readonly clock = computed(() => {
    const view = this.cycle.view();
    return view && cycleClock(view, view.today);
  });
  protected readonly plan = computed(() => {
    const view = this.cycle.view();
    return view?.planAdoptedOn ? planAge(view.planAdoptedOn, view.today) : null;
  });
  /** The goals by year, with what their counters say. */
  protected readonly years = computed(() => {
    const view = this.cycle.view();
    if (!view) return [];
    const years = [...new Set(view.milestones.map(({ year }) => year))];
    return years.map((year) => ({
      year,
      now: view.today.startsWith(String(year)),
      goals: view.milestones
        .filter((goal) => goal.year === year)
        .map((goal) => ({ ...goal, says: says(view, goal.counter) })),
    }));
  });
  /** Two cycles beside each other. */
  protected readonly compared = computed(() => {
    const [own, other] = [this.cycle.view(), this.earlier.view()];
    if (!own?.counters || !other?.counters || own.previous?.id !== other.id) return null;
    return {
      names: [other.name, own.name],
      rows: cycleCounters.map((counter) => ({
        label: cycleCounterLabels[counter],
        values: [says(other, counter), says(own, counter)],
      })),
    };
  });
  protected readonly forward = computed(() =>
    (this.cycle.view()?.moves ?? []).filter((move) => move !== 'back'),
  );

  /** What is due next and not blocked: the one button of the page. */
  protected readonly next = computed(() => {
    const view = this.cycle.view();
    return view && view.state !== 'CLOSED' ? nextStep(view.phases.flatMap(({ steps }) => steps)) : null;
  });

  protected choose(id: string): void {
    void this.router.navigate(['/planung/zyklus', id]);
  }

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected begun(id: string): void {
    this.listed.reload();
    void this.router.navigate(['/planung/zyklus', id]);
  }

  protected planned(id: string): void {
    void this.router.navigate(['/planung/diskurs', id]);
  }

  protected readonly goBack = (request: MoveCycle): Promise<CycleView> => this.send('back', request);

  private send(move: CycleMove, request: MoveCycle): Promise<CycleView> {
    const it = this.cycle.view();
    return this.api.act<CycleView>(`/api/cycles/${it?.id}/${move}`, it?.version ?? null, request);
  }

  protected async move(move: CycleMove): Promise<void> {
    const done = await this.act(
      async () => this.cycle.view.set(await this.send(move, { reason: '' })),
      'Gespeichert.',
    );
    if (done) this.listed.reload();
    else this.cycle.reload();
  }

  protected show(view: CycleView): void {
    this.panel.set(null);
    this.cycle.view.set(view);
  }
}

function says(view: CycleView, counter: CycleView['milestones'][number]['counter']): string {
  return counter && view.counters ? counterSentence(counter, view.counters[counter]) : '';
}
