import { Component, computed, inject, input } from '@angular/core';
import { berlinDate, relativeWords } from './berlin-date';
import { ScreenClock } from './clock';

/** `<rt-relative-time [at]="row.changedAt" />`: "vor 3 Tagen", the exact date on hover and for readers. */
@Component({
  selector: 'rt-relative-time',
  template: `<time [attr.datetime]="moment()" [title]="exact()">{{ words() }}</time>`,
  styles: `
    time {
      white-space: nowrap;
    }
  `,
})
export class RelativeTime {
  readonly at = input.required<string | Date>();
  private readonly clock = inject(ScreenClock);
  protected readonly moment = computed(() => {
    const at = this.at();
    return typeof at === 'string' ? at : at.toISOString();
  });
  protected readonly exact = computed(() =>
    berlinDate(this.at(), /^\d{4}-\d{2}-\d{2}$/.test(this.moment()) ? 'long' : 'dayTime'),
  );
  protected readonly words = computed(() => relativeWords(this.at(), this.clock.now()));
}
