import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BriefingFigure } from '@runder-tisch/domain/briefing';

/** Up to four figures of a Handlungsfeld, each with its trend in words, its time and its source. */
@Component({
  selector: 'rt-figures-card',
  imports: [RouterLink],
  template: `
    <section class="rt-card" aria-labelledby="feld-zahlen">
      <h2 id="feld-zahlen">Zahlen</h2>
      @if (of().length) {
        <ul class="tiles">
          @for (it of of(); track it.id) {
            <li>
              <a [routerLink]="['/daten/indikatoren', it.id]">{{ it.name }}</a>
              <p class="value">{{ it.value }}</p>
              @if (it.trend) {
                <p class="rt-small">
                  @if (it.turn === 'WORSE') {
                    <span class="rt-badge rt-badge-negative">mehr Bedarf</span>
                  } @else if (it.turn === 'BETTER') {
                    <span class="rt-badge rt-badge-positive">weniger Bedarf</span>
                  }
                  {{ it.trend }}
                </p>
              } @else {
                <p class="rt-small rt-quiet">ohne vergleichbaren früheren Wert</p>
              }
              <p class="rt-small rt-quiet">
                {{ it.area }}, {{ it.period }} · {{ it.source || 'Quelle nicht angegeben' }}
              </p>
            </li>
          }
        </ul>
      } @else {
        <p class="rt-quiet">Zu diesem Handlungsfeld gibt es noch keine Werte.</p>
      }
      @if (further(); as count) {
        <p>
          <a routerLink="/daten/indikatoren" [queryParams]="{ fieldId: fieldId() }">{{ count }} weitere</a>
        </p>
      }
    </section>
  `,
  styles: `
    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
      gap: calc(var(--rt-space) * 2);
      padding: 0;
      list-style: none;
    }
    .tiles p {
      margin: 2px 0;
    }
    .tiles li {
      break-inside: avoid;
    }
    .value {
      font-size: 1.5rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FiguresCard {
  readonly of = input.required<readonly BriefingFigure[]>();
  readonly further = input.required<number>();
  readonly fieldId = input.required<string>();
}
