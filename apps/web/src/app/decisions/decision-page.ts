import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { mdiFolderOutline } from '@mdi/js';
import {
  type DecisionMove,
  decisionMoveLabels,
  decisionStateLabels,
  type DecisionView,
} from '@runder-tisch/domain/decisions';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../http/api';
import { asProblemError } from '../http/problem-error';
import { PageTitle } from '../pages/page-title';
import { TraceLists } from '../trace/trace-lists';
import { DecisionForm } from './decision-form';

/** One Entscheidung: what it says, how it stands and what is connected with it. */
@Component({
  selector: 'rt-decision-page',
  imports: [EmptyState, PageHead, ProgressLine, TraceLists, DecisionForm],
  template: `
    <rt-progress-line [busy]="answer.isLoading() || moving()" />
    @if (shown(); as it) {
      <rt-page-head [heading]="it.name" [back]="back">
        <span subline
          ><span class="rt-badge">{{ stateLabels[it.state] }}</span></span
        >
        <ng-container actions>
          @if (it.mayChange && it.state !== 'CLOSED') {
            <button type="button" class="rt-button" (click)="editing.set(true)">Bearbeiten</button>
          }
          @for (move of it.moves; track move) {
            <button
              type="button"
              class="rt-button rt-primary"
              [disabled]="moving()"
              (click)="this.move(it, move)"
            >
              {{ moveLabels[move] }}
            </button>
          }
        </ng-container>
      </rt-page-head>
      <div class="rt-columns">
        <section class="rt-card" aria-label="Spur">
          <rt-trace-lists kind="decision" [objectId]="it.id" />
        </section>
        <aside class="rt-card" aria-label="Angaben">
          <h2>Beschreibung</h2>
          <p class="rt-lines">{{ it.description || 'nicht eingetragen' }}</p>
        </aside>
      </div>
      @if (editing()) {
        <rt-decision-form [of]="it" (closed)="editing.set(false)" (saved)="changed()" />
      }
    } @else if (problem(); as refusal) {
      <rt-page-head heading="Entscheidung" [back]="back" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
})
export class DecisionPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  protected readonly icon = mdiFolderOutline;
  protected readonly stateLabels = decisionStateLabels;
  protected readonly moveLabels = decisionMoveLabels;
  protected readonly back = { label: 'Entscheidungen', link: '/planung/entscheidungen' };
  protected readonly editing = signal(false);
  protected readonly moving = signal(false);
  protected readonly answer = httpResource<DecisionView>(() => `/api/decisions/${this.id()}`);
  protected readonly shown = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = computed(() => {
    const failed = this.answer.error();
    return failed ? asProblemError(failed) : null;
  });

  constructor() {
    effect(() => {
      const it = this.shown();
      if (it) this.pageTitle.say(it.name);
    });
  }

  protected changed(): void {
    this.editing.set(false);
    this.answer.reload();
  }

  protected async move(it: DecisionView, move: DecisionMove): Promise<void> {
    this.moving.set(true);
    try {
      this.answer.set(await this.api.act<DecisionView>(`/api/decisions/${it.id}/${move}`, it.version));
      this.toasts.say('Gespeichert.');
    } catch (failed) {
      this.toasts.warn(asProblemError(failed).says);
      this.answer.reload();
    } finally {
      this.moving.set(false);
    }
  }
}
