import { Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { FocusKeeper, Toasts } from '@runder-tisch/ui/overlay';
import { ColorSchemeChoice } from '@runder-tisch/ui/theme';

@Component({ selector: 'rt-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {
  // Light or dark is decided before the first page is drawn.
  protected readonly look = inject(ColorSchemeChoice);

  constructor() {
    inject(FocusKeeper).start();
    const toasts = inject(Toasts);
    let path: string | undefined;
    inject(Router)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (!(event instanceof NavigationEnd)) return;
        const next = event.urlAfterRedirects.split('?')[0] ?? '';
        // Filters and tabs of the same page change the address as well.
        if (path !== undefined && next !== path) toasts.pageChanged();
        path = next;
      });
  }
}
