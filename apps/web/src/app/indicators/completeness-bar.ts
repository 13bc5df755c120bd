import { Component, computed, input } from '@angular/core';
import { type Completeness, shareOf } from '@runder-tisch/domain/indicators';

/** How many of the expected values are there: a bar, and the same in numbers. */
@Component({
  selector: 'rt-completeness',
  template: `
    @if (percent(); as share) {
      <span class="bar" aria-hidden="true"><span [style.inline-size.%]="share.percent"></span></span>
      <span class="rt-number words">{{ share.percent }} %</span>
      <span class="rt-unseen">vollständig,</span>
      <span class="rt-quiet rt-number count">{{ of().present }} von {{ of().expected }}</span>
    } @else {
      <span class="rt-quiet">nicht zu bestimmen</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
    }
    .bar {
      width: 64px;
      height: 8px;
      overflow: hidden;
      border: 1px solid var(--rt-line-strong);
      border-radius: 4px;
    }
    .bar span {
      display: block;
      height: 100%;
      background: var(--rt-accent);
    }
    .count {
      font-size: 0.875rem;
    }
  `,
})
export class CompletenessBar {
  readonly of = input.required<Completeness>();
  protected readonly percent = computed(() => {
    const share = shareOf(this.of());
    return share === null ? null : { percent: Math.floor(share * 100) };
  });
}
