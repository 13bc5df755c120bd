import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { FocusKeeper } from '@runder-tisch/ui/overlay';
import { ColorSchemeChoice } from '@runder-tisch/ui/theme';

@Component({ selector: 'rt-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {
  // Light or dark is decided before the first page is drawn.
  protected readonly look = inject(ColorSchemeChoice);

  constructor() {
    inject(FocusKeeper).start();
  }
}
