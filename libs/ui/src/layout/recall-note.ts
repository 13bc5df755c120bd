import { Component, DestroyRef, computed, inject, input, linkedSignal, output } from '@angular/core';
import { mdiSendClockOutline } from '@mdi/js';
import { Icon } from '../icon/icon';

/** The minute in which everything can be taken back, counted down from what the server said. */
@Component({
  selector: 'rt-recall-note',
  imports: [Icon],
  template: `
    <div class="rt-note rt-unprinted">
      <rt-icon [path]="icon" />
      <span class="words" role="status">
        {{ words() }}
      </span>
      <span class="rt-number" aria-hidden="true">noch {{ left() }} s</span>
      <button type="button" class="rt-button rt-small" (click)="recalled.emit()">Zurückholen</button>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-top: calc(var(--rt-space) * 2);
    }
    .rt-note {
      flex-wrap: wrap;
      align-items: center;
    }
    .words {
      flex: 1 1 12rem;
    }
  `,
})
export class RecallNote {
  readonly secondsLeft = input.required<number>();
  readonly recipients = input.required<number>();
  /** Nobody is told that they go out: without a mail server, or in the demo. */
  readonly stay = input(false);
  readonly recalled = output<void>();
  readonly over = output<void>();

  protected readonly icon = mdiSendClockOutline;
  protected readonly words = computed(() => {
    const count = this.recipients();
    if (this.stay())
      return count === 1 ? '1 Mail liegt im Postausgang.' : `${count} Mails liegen im Postausgang.`;
    return count === 1 ? '1 Mail geht gleich hinaus.' : `${count} Mails gehen gleich hinaus.`;
  });
  private readonly seconds = linkedSignal(() => this.secondsLeft());
  protected readonly left = computed(() => Math.max(0, this.seconds()));

  constructor() {
    const timer = setInterval(() => {
      this.seconds.update((left) => left - 1);
      if (this.seconds() === -1) this.over.emit();
    }, 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
