import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** Whether the window is as narrow as a phone, for what a style cannot narrow: a drawing with letters in it. */
export function onPhone(): Signal<boolean> {
  const narrow = window.matchMedia?.('(max-width: 599px)');
  const is = signal(narrow?.matches ?? false);
  const look = (): void => is.set(narrow?.matches ?? false);
  narrow?.addEventListener('change', look);
  inject(DestroyRef).onDestroy(() => narrow?.removeEventListener('change', look));
  return is.asReadonly();
}
