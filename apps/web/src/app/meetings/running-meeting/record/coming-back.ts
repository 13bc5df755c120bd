import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';

/** In an injection context: `back` when the network or the window is there again, `away` when the network is gone. */
export function comingBack(on: { back: () => void; away: () => void }): void {
  const document = inject(DOCUMENT);
  const view = document.defaultView;
  const seen = () => {
    // Another device may have written meanwhile, and the session may have been renewed in another window.
    if (document.visibilityState === 'visible') on.back();
  };
  view?.addEventListener('online', on.back);
  view?.addEventListener('offline', on.away);
  document.addEventListener('visibilitychange', seen);
  inject(DestroyRef).onDestroy(() => {
    view?.removeEventListener('online', on.back);
    view?.removeEventListener('offline', on.away);
    document.removeEventListener('visibilitychange', seen);
  });
}
