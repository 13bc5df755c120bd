import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiSignDirection } from '@mdi/js';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';

@Component({
  selector: 'rt-unknown-page',
  imports: [EmptyState, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Seite nicht gefunden" />
    <div class="rt-card">
      <rt-empty-state
        heading="Hier steht nichts."
        text="Vielleicht ist die Adresse unvollständig, oder das Gesuchte gibt es nicht mehr. Die Suche findet alles beim Namen: Strg K."
        [icon]="icon"
      >
        <a class="rt-button rt-primary" routerLink="/">Zur Startseite</a>
      </rt-empty-state>
    </div>
  `,
})
export class UnknownPage {
  protected readonly icon = mdiSignDirection;
}
