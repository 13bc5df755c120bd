import { Component, computed, input } from '@angular/core';
import { deliveryStateLabels, type ExpectedDeliveryState } from '@runder-tisch/domain/data-requests';

const tones: Partial<Record<ExpectedDeliveryState, string>> = {
  MISSED: 'rt-badge-negative',
  LATE: 'rt-badge-negative',
  TO_ASK: 'rt-badge-warning',
  ASKED: 'rt-badge-accent',
  CAME: 'rt-badge-positive',
};

/** How it stands with an expected delivery, in words. */
@Component({
  selector: 'rt-delivery-state',
  template: `<span [class]="'rt-badge ' + tone()">{{ words() }}</span>`,
})
export class DeliveryState {
  readonly state = input.required<ExpectedDeliveryState>();
  protected readonly words = computed(() => deliveryStateLabels[this.state()]);
  protected readonly tone = computed(() => tones[this.state()] ?? '');
}
