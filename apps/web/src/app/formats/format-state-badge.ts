import { Component, computed, input } from '@angular/core';
import { formatStateLabels, type FormatState } from '@runder-tisch/domain/formats';

const tones: Partial<Record<FormatState, string>> = {
  OPEN: 'rt-badge-accent',
  RUNNING: 'rt-badge-accent',
  CLOSED: 'rt-badge-warning',
  EVALUATED: 'rt-badge-warning',
  FED_BACK: 'rt-badge-positive',
  CANCELLED: 'rt-badge-negative',
};

/** Where a format stands, in one word; what still waits for the participants is marked. */
@Component({
  selector: 'rt-format-state',
  template: `<span [class]="'rt-badge ' + tone()">{{ words() }}</span>`,
})
export class FormatStateBadge {
  readonly state = input.required<FormatState>();
  protected readonly words = computed(() => formatStateLabels[this.state()]);
  protected readonly tone = computed(() => tones[this.state()] ?? '');
}
