import { DestroyRef, ElementRef, type Signal, afterNextRender, inject, signal } from '@angular/core';

const READ_MS = 3_000;

/**
 * Whether this component has come into view; from then on it stays true. What stands further down asks only then, or
 * once the page has been looked at for a while: whoever searches in the page or prints it wants it whole.
 */
export function inView(): Signal<boolean> {
  const seen = signal(false);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  afterNextRender(() => {
    const done = (): void => {
      watcher.disconnect();
      clearTimeout(patience);
    };
    const show = (): void => {
      seen.set(true);
      done();
    };
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) show();
    });
    const patience = setTimeout(show, READ_MS);
    watcher.observe(host);
    destroyed.onDestroy(done);
  });
  return seen.asReadonly();
}
