import { Component, DestroyRef, effect, inject, input, signal } from '@angular/core';

/** Shows that something goes on, but only what takes longer than a second: quick answers need no flicker. */
@Component({
  selector: 'rt-progress-line',
  template: `
    @if (visible()) {
      <div role="progressbar" [attr.aria-label]="label()"><span></span></div>
    }
  `,
  styles: `
    :host {
      display: block;
      height: 3px;
    }
    div {
      height: 3px;
      overflow: hidden;
      border-radius: 2px;
      background: var(--rt-accent-soft);
    }
    span {
      display: block;
      width: 35%;
      height: 100%;
      border-radius: 2px;
      background: var(--rt-accent);
      animation: rt-run 1.3s ease-in-out infinite;
    }
    @keyframes rt-run {
      from {
        transform: translateX(-100%);
      }
      to {
        transform: translateX(290%);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      span {
        width: 100%;
        opacity: 0.6;
      }
    }
  `,
})
export class ProgressLine {
  readonly busy = input.required<boolean>();
  readonly label = input('Wird geladen');
  protected readonly visible = signal(false);

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      clearTimeout(timer);
      if (this.busy()) timer = setTimeout(() => this.visible.set(true), 1000);
      else this.visible.set(false);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
