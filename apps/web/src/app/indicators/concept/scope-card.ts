import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { scopeLabels, type ScopeView } from '@runder-tisch/domain/indicators';
import { counted } from '@runder-tisch/domain/text';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';

/** Whether the Sozialplanung covers everything or social infrastructure, with who decided it and when. */
@Component({
  selector: 'rt-scope-card',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    @if (answer.view(); as view) {
      <section class="rt-card" aria-labelledby="umfang">
        <h2 id="umfang">Umfang der Sozialplanung</h2>
        <p>{{ labels[view.scope] }}</p>
        @if (view.scope === 'B') {
          <p class="rt-quiet">
            {{ counted(view.notInfrastructure, 'Indikator ist', 'Indikatoren sind') }} dadurch freiwillig.
            Alle Werte bleiben erhalten.
          </p>
        }
        @for (it of view.decisions; track it.createdAt) {
          <p class="rt-quiet">
            @if (it.decidedOn; as day) {
              {{ day | berlinDate: 'short' }}, {{ it.body }}: {{ labels[it.scope] }}.
            } @else {
              {{ labels[it.scope] }}.
            }
            {{ it.reason }} Eingetragen von {{ it.changedBy }}.
          </p>
        }
        <p class="rt-unprinted">
          <a routerLink="/planung/entscheidungen">Offene Entscheidungen</a>
        </p>
      </section>
    }
  `,
  styles: `
    p + p {
      margin-top: 10px;
    }
  `,
})
export class ScopeCard {
  protected readonly labels = scopeLabels;
  protected readonly counted = counted;
  protected readonly answer = keptObject<ScopeView>(() => '/api/data-concepts/scope');
}
