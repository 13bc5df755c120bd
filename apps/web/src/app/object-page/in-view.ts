import { DestroyRef, ElementRef, type Signal, afterNextRender, inject, signal } from '@angular/core';

/** Whether this component has come into view; from then on it stays true. What stands further down asks only then. */
export function inView(): Signal<boolean> {
  const seen = signal(false);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  afterNextRender(() => {
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.set(true);
      watcher.disconnect();
    });
    watcher.observe(host);
    destroyed.onDestroy(() => watcher.disconnect());
  });
  return seen.asReadonly();
}
