import { ApplicationRef, DestroyRef, inject, signal, type Signal } from '@angular/core';

/** Whether a media query holds; in an injection context. What turns for the printer is drawn before it takes its picture. */
export function media(query: string): Signal<boolean> {
  const list = window.matchMedia(query);
  const holds = signal(list.matches);
  const application = inject(ApplicationRef);
  const turned = (): void => {
    holds.set(list.matches);
    application.tick();
  };
  list.addEventListener('change', turned);
  inject(DestroyRef).onDestroy(() => list.removeEventListener('change', turned));
  return holds;
}
