import { Component, input } from '@angular/core';
import { type StepState, stepStateLabels } from '@runder-tisch/domain/cycles';

/** How a step stands; late is said in words as well. */
@Component({
  selector: 'rt-step-badge',
  template: `
    <span
      class="rt-badge"
      [class.rt-badge-positive]="state() === 'DONE'"
      [class.rt-badge-accent]="state() === 'IN_PROGRESS'"
      [class.rt-badge-negative]="state() === 'BLOCKED'"
      >{{ labels[state()] }}</span
    >
    @if (overdue()) {
      <span class="rt-badge rt-badge-warning">überfällig</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 4px;
    }
  `,
})
export class StepBadge {
  readonly state = input.required<StepState>();
  readonly overdue = input(false);
  protected readonly labels = stepStateLabels;
}
