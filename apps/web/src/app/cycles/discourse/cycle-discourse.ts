import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CycleView, discourseStateLabels } from '@runder-tisch/domain/cycles';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { DiscourseRingView } from './discourse-ring-view';

/** On the page of a cycle: the ring of the round that runs, and all its rounds. */
@Component({
  selector: 'rt-cycle-discourse',
  imports: [BerlinDatePipe, DiscourseRingView, RouterLink],
  template: `
    <section class="rt-card" aria-labelledby="diskurs">
      <h2 id="diskurs">Sozialpolitischer Diskurs</h2>
      @if (running(); as round) {
        @if (round.counts; as counts) {
          <rt-discourse-ring [round]="round" [counts]="counts" [reflected]="round.reflected" />
        }
      }
      <ul class="rt-entries">
        @for (round of cycle().rounds; track round.id) {
          <li>
            <a [routerLink]="['/planung/diskurs', round.id]">{{ round.number }}. {{ round.title }}</a>
            &ngsp;<span class="rt-badge" [class.rt-badge-accent]="round.state === 'RUNNING'">{{
              labels[round.state]
            }}</span>
            <span class="rt-cell-note"
              >{{ round.startsOn | berlinDate: 'short' }} bis {{ round.endsOn | berlinDate: 'short' }}</span
            >
          </li>
        } @empty {
          <li class="rt-quiet">
            Noch keine Diskursrunde. Eine Runde führt von Befunden über das Gespräch zu Empfehlungen,
            Beschluss und Umsetzung.
          </li>
        }
      </ul>
      @if (mayPlan()) {
        <button type="button" class="rt-button rt-unprinted" (click)="plan.emit()">
          {{ running() ? 'Nächste Diskursrunde planen' : 'Diskursrunde beginnen' }}
        </button>
      }
    </section>
  `,
  styles: `
    rt-discourse-ring {
      display: block;
      max-width: 21rem;
      margin: 0 auto calc(var(--rt-space) * 2);
    }
    .rt-badge {
      margin-left: 6px;
    }
    .rt-cell-note {
      display: block;
    }
  `,
})
export class CycleDiscourse {
  readonly cycle = input.required<CycleView>();
  readonly plan = output<void>();

  protected readonly labels = discourseStateLabels;
  protected readonly running = computed(
    () => this.cycle().rounds.find(({ state }) => state === 'RUNNING') ?? null,
  );
  /** One is planned ahead at most. */
  protected readonly mayPlan = computed(() => {
    const { mayChange, state, rounds } = this.cycle();
    return mayChange && state !== 'CLOSED' && rounds.every((round) => round.state !== 'PLANNED');
  });
}
