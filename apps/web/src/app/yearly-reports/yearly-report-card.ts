import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentNetwork } from '../networks/network-page/current-network';
import { Session } from '../session/session';

/** One button answers what the network does. */
@Component({
  selector: 'rt-yearly-report-card',
  imports: [RouterLink],
  template: `
    @if (current.view(); as network) {
      @if (mayRead()) {
        <section class="rt-card" aria-labelledby="jahresbericht">
          <h2 id="jahresbericht">Jahresbericht</h2>
          <p class="rt-quiet">
            Treffen und Anwesenheit, Vereinbarungen, Hinweise, Besetzung und Verstetigung eines Jahres auf
            wenigen Seiten. Sie lesen ihn zuerst hier und nehmen ihn als PDF oder Word-Datei mit.
          </p>
          <a class="rt-button" [routerLink]="['/netzwerke', network.id, 'jahresbericht']"
            >Jahresbericht des Netzwerks</a
          >
        </section>
      }
    }
  `,
  styles: `
    h2 {
      margin-bottom: 6px;
    }
    p {
      max-width: 68ch;
      margin-bottom: 12px;
    }
  `,
})
export class YearlyReportCard {
  private readonly session = inject(Session);
  protected readonly current = inject(CurrentNetwork);
  protected readonly mayRead = computed(
    () => (this.current.view()?.mayChange ?? false) || this.session.hasRole('planner'),
  );
}
