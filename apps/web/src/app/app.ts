import { Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { FocusKeeper, Toasts } from '@runder-tisch/ui/overlay';
import { ColorSchemeChoice } from '@runder-tisch/ui/theme';
import { PageDoor } from './session/session-door';

@Component({
  selector: 'rt-root',
  imports: [RouterOutlet],
  template: `
    @if (door.says()) {
      <div class="over rt-unprinted" role="status">
        <span>Ihre Sitzung ist beendet. Gespeichert wird erst wieder, wenn Sie angemeldet sind.</span>
        <button type="button" class="rt-button" (click)="door.ask()">Wieder anmelden</button>
      </div>
    }
    <router-outlet />
  `,
  styles: `
    .over {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      padding: 10px 16px;
      background: var(--rt-warning-soft);
      color: var(--rt-text);
    }
  `,
})
export class App {
  // Light or dark is decided before the first page is drawn.
  protected readonly look = inject(ColorSchemeChoice);

  protected readonly door = inject(PageDoor);

  constructor() {
    this.door.start();
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
