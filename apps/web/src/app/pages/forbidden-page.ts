import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiLockOutline } from '@mdi/js';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';

@Component({
  selector: 'rt-forbidden-page',
  imports: [EmptyState, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Kein Zugang" />
    <div class="rt-card">
      <rt-empty-state
        heading="Dafür fehlt Ihnen die Berechtigung."
        text="Wenn Sie diese Seite für Ihre Arbeit brauchen, wenden Sie sich an die Administration Ihres Landkreises."
        [icon]="icon"
      >
        <a class="rt-button rt-primary" routerLink="/">Zur Startseite</a>
      </rt-empty-state>
    </div>
  `,
})
export class ForbiddenPage {
  protected readonly icon = mdiLockOutline;
}
