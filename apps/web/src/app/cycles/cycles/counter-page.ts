import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCounter } from '@mdi/js';
import {
  type CountedItem,
  cycleCounterLabels,
  cycleCounterPaths,
  cycleCounters,
} from '@runder-tisch/domain/cycles';
import type { Page } from '@runder-tisch/domain/lists';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { keptObject } from '../../object-page/kept-object';

/** What a counter of the cycle counts, one by one: first what still lacks. */
@Component({
  selector: 'rt-counter-page',
  imports: [EmptyState, PageHead, ProgressLine, RouterLink],
  template: `
    <rt-progress-line [busy]="answer.loading()" />
    <rt-page-head [heading]="heading()" [back]="{ label: 'dem Zyklus', link: '/planung/zyklus/' + id() }">
      <span subline>{{ reached().length }} von {{ items().length }} erreicht</span>
    </rt-page-head>
    @if (answer.problem(); as refusal) {
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    } @else {
      <div class="rt-stack">
        @for (group of groups(); track group.heading) {
          <section class="rt-card" [attr.aria-label]="group.heading">
            <h2>{{ group.heading }}</h2>
            <ul class="rt-entries">
              @for (it of group.items; track it.id) {
                <li>
                  <a [routerLink]="it.path">{{ it.title }}</a>
                </li>
              } @empty {
                <li class="rt-quiet">Nichts.</li>
              }
            </ul>
          </section>
        }
      </div>
    }
  `,
})
export class CounterPage {
  readonly id = input.required<string>();
  readonly zaehler = input.required<string>();

  protected readonly icon = mdiCounter;
  private readonly counter = computed(
    () => cycleCounters.find((it) => cycleCounterPaths[it] === this.zaehler()) ?? 'STEPS',
  );
  protected readonly heading = computed(() => cycleCounterLabels[this.counter()]);
  protected readonly answer = keptObject<Page<CountedItem>>(
    () => `/api/cycles/${this.id()}/counters/${this.counter()}`,
    () => this.heading(),
  );
  protected readonly items = computed(() => this.answer.view()?.items ?? []);
  protected readonly reached = computed(() => this.items().filter((it) => it.reached));
  protected readonly groups = computed(() => [
    { heading: 'Fehlt noch', items: this.items().filter((it) => !it.reached) },
    { heading: 'Erreicht', items: this.reached() },
  ]);
}
