import { Component, computed, input } from '@angular/core';
import {
  type MeasureKind,
  type MeasureStatus,
  measureStatusLabels,
  type MeasureStatusView,
} from '@runder-tisch/domain/measures';

const tones: Partial<Record<MeasureStatus, string>> = {
  ON_TRACK: 'rt-badge-accent',
  AT_RISK: 'rt-badge-warning',
  LATE: 'rt-badge-negative',
  DONE: 'rt-badge-positive',
};

/** How it goes in one word; where somebody set it by hand their reason stands with it. */
@Component({
  selector: 'rt-measure-status',
  template: `
    <span [class]="'rt-badge ' + tone()">{{ words() }}</span>
    @if (of().setBy; as by) {
      <span class="rt-cell-note">von Hand ({{ by }}): {{ of().reason }}</span>
    }
  `,
})
export class MeasureStatusBadge {
  readonly of = input.required<Pick<MeasureStatusView, 'status' | 'reason' | 'setBy'>>();
  protected readonly words = computed(() => measureStatusLabels[this.of().status]);
  protected readonly tone = computed(() => tones[this.of().status] ?? '');
}

/** Marks what was begun before anybody adopted it, and what somebody else pays for. */
@Component({
  selector: 'rt-measure-kind',
  template: `
    @if (kind() === 'PROVISIONAL_STEP') {
      <span class="rt-badge rt-badge-warning">vorläufig</span>
    } @else if (kind() === 'PROJECT') {
      <span class="rt-badge">Projekt</span>
    }
  `,
})
export class MeasureKindBadge {
  readonly kind = input.required<MeasureKind>();
}
