import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCheckCircleOutline, mdiCircleOutline } from '@mdi/js';
import { Icon } from '../icon/icon';

export interface Step {
  label: string;
  /** What it is good for. */
  why: string;
  /** Null where it is done elsewhere. */
  link: string | null;
  query?: Record<string, string>;
  done: boolean;
}

/** Steps to do once; the card goes when all are done. */
@Component({
  selector: 'rt-step-list',
  imports: [Icon, RouterLink],
  template: `
    @if (open()) {
      <section class="rt-card" aria-labelledby="rt-first-steps">
        <h2 id="rt-first-steps">{{ heading() }}</h2>
        <ul class="steps">
          @for (step of steps(); track step.label) {
            <li [class.done]="step.done">
              <rt-icon [path]="step.done ? icons.done : icons.open" />
              <span>
                @if (step.done) {
                  {{ step.label }} <span class="rt-unseen">(erledigt)</span>
                } @else if (step.link) {
                  <a [routerLink]="step.link" [queryParams]="step.query ?? {}">{{ step.label }}</a>
                } @else {
                  {{ step.label }}
                }
                @if (!step.done) {
                  <span class="rt-quiet rt-small why">{{ step.why }}</span>
                }
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .steps {
      display: grid;
      gap: 12px;
    }
    li {
      display: flex;
      gap: 12px;
    }
    li > rt-icon {
      flex: none;
      margin-top: 2px;
      color: var(--rt-text-quiet);
    }
    .done {
      color: var(--rt-text-quiet);
    }
    .done > rt-icon {
      color: var(--rt-positive);
    }
    .why {
      display: block;
    }
  `,
})
export class StepList {
  readonly heading = input.required<string>();
  readonly steps = input.required<readonly Step[]>();
  protected readonly icons = { done: mdiCheckCircleOutline, open: mdiCircleOutline };
  protected readonly open = computed(() => this.steps().some((step) => !step.done));
}
