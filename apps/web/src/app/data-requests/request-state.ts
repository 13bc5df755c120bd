import { Component, computed, input } from '@angular/core';
import { type DataRequestState, dataRequestStateLabels } from '@runder-tisch/domain/data-requests';

const tones: Partial<Record<DataRequestState, string>> = {
  DELIVERED: 'rt-badge-accent',
  RETURNED: 'rt-badge-warning',
  VALIDATED: 'rt-badge-accent',
  CLOSED: 'rt-badge-positive',
};

/** How it stands in one word, and beside it whether the partner is late. */
@Component({
  selector: 'rt-request-state',
  template: `
    <span [class]="'rt-badge ' + tone()">{{ words() }}</span>
    @if (overdue()) {
      &ngsp;<span class="rt-badge rt-badge-negative">überfällig</span>
    }
  `,
})
export class RequestState {
  readonly state = input.required<DataRequestState>();
  readonly overdue = input(false);
  protected readonly words = computed(() => dataRequestStateLabels[this.state()]);
  protected readonly tone = computed(() => tones[this.state()] ?? '');
}
