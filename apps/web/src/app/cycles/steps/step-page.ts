import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiStairs } from '@mdi/js';
import {
  actorSideLabels,
  coordinationLabels,
  leadsToActorAnalysis,
  type StepMove,
  stepMoveLabels,
  stepRoleLabels,
  type StepView,
} from '@runder-tisch/domain/cycles';
import type { MoveStep } from '@runder-tisch/domain/cycles/steps/step-requests';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { ReasonForm } from '../reason-form';
import { StepBadge } from './step-badge';
import { StepForm } from './step-form';

const reasons: Partial<Record<StepMove, string>> = {
  block: 'Woran hängt es?',
  drop: 'Warum entfällt er?',
};

/** One step of a cycle: what is to be done, who, until when, how it stands and with whom it is coordinated. */
@Component({
  selector: 'rt-step-page',
  imports: [BerlinDatePipe, EmptyState, PageHead, ProgressLine, ReasonForm, RouterLink, StepBadge, StepForm],
  templateUrl: './step-page.html',
})
export class StepPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly icon = mdiStairs;
  protected readonly back = { label: 'dem Zyklus', link: '/planung/zyklus' };
  protected readonly labels = {
    role: stepRoleLabels,
    move: stepMoveLabels,
    side: actorSideLabels,
    coordination: coordinationLabels,
  };
  protected readonly reasons = reasons;
  protected readonly act = acting();
  protected readonly panel = signal<'edit' | StepMove | null>(null);
  protected readonly step = keptObject<StepView>(
    () => `/api/cycle-steps/${this.id()}`,
    (view) => `${view.number} ${view.title}`,
  );
  protected readonly analysis = computed(() => {
    const it = this.step.view();
    return !!it && leadsToActorAnalysis(it) && this.session.may('actor-analysis:read');
  });
  protected readonly sides = computed(() => {
    const actors = this.step.view()?.actors ?? [];
    return (['INTERNAL', 'EXTERNAL'] as const)
      .map((side) => ({ side, actors: actors.filter((actor) => actor.side === side) }))
      .filter((it) => it.actors.length > 0);
  });
  protected readonly reasonFor = computed(() => {
    const panel = this.panel();
    const label = panel && panel !== 'edit' ? reasons[panel] : undefined;
    if (!panel || panel === 'edit' || !label) return null;
    return { move: panel, label, send: (request: MoveStep) => this.send(panel, request) };
  });

  protected async move(move: StepMove): Promise<void> {
    if (reasons[move]) {
      this.panel.set(move);
      return;
    }
    const done = await this.act(
      async () => this.step.view.set(await this.send(move, { reason: '' })),
      'Gespeichert.',
    );
    if (!done) this.step.reload();
  }

  private send(move: StepMove, request: MoveStep): Promise<StepView> {
    const it = this.step.view();
    return this.api.act<StepView>(`/api/cycle-steps/${it?.id}/${move}`, it?.version ?? null, request);
  }

  protected show(view: StepView): void {
    this.panel.set(null);
    this.step.view.set(view);
  }
}
