import { Component, input } from '@angular/core';
import { type ControlState, controlStateLabels } from '@runder-tisch/domain/papers/control';

/** How a controlled resolution stands; what is overdue says so beside it. */
@Component({
  selector: 'rt-control-state',
  template: `
    <span
      class="rt-badge"
      [class.rt-badge-warning]="state() === 'DELAYED'"
      [class.rt-badge-positive]="state() === 'DONE'"
      [class.rt-badge-accent]="state() === 'IN_PROGRESS'"
      >{{ labels[state()] }}</span
    >
    @if (overdue()) {
      <span class="rt-badge rt-badge-negative">überfällig</span>
    }
  `,
})
export class ControlStateBadge {
  readonly state = input.required<ControlState>();
  readonly overdue = input(false);
  protected readonly labels = controlStateLabels;
}
