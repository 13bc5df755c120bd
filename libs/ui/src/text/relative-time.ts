import { Component, computed, inject, input } from '@angular/core';
import { formatLongDate, formatShortDateTime, isDay, relativeTime } from '@runder-tisch/domain/time';
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
    isDay(this.at()) ? formatLongDate(this.at()) : formatShortDateTime(this.at()),
  );
  protected readonly words = computed(() => relativeTime(this.at(), this.clock.now()));
}
