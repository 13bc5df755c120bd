import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BriefingOffers } from '@runder-tisch/domain/briefing';
import { counted } from '@runder-tisch/domain/text';
import { BerlinDatePipe } from '@runder-tisch/ui/text';

const FIRST_PLACES = 8;

/** Which offers there are, and where there are none. */
@Component({
  selector: 'rt-offers-card',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    <section class="rt-card" aria-labelledby="feld-angebote">
      <h2 id="feld-angebote">Angebote</h2>
      @if (of().published + of().stale === 0) {
        <p class="rt-quiet">Noch kein veröffentlichtes Angebot.</p>
      } @else {
        <dl class="rt-facts rt-facts-stacked">
          @if (of().published) {
            <dt>Veröffentlicht und bestätigt</dt>
            <dd>
              <a routerLink="/akteure/angebote" [queryParams]="{ fieldId: fieldId(), state: 'PUBLISHED' }">{{
                published()
              }}</a>
            </dd>
          }
          @if (of().stale) {
            <dt>Seit über einem Jahr nicht bestätigt</dt>
            <dd>
              <a routerLink="/akteure/angebote" [queryParams]="{ fieldId: fieldId(), state: 'STALE' }">{{
                stale()
              }}</a>
            </dd>
          }
          @if (of().countyWide) {
            <dt>Davon für den ganzen Landkreis</dt>
            <dd>{{ countyWide() }}</dd>
          }
          <dt>Gemeinden ohne eigenes Angebot</dt>
          <dd>
            @if (of().withoutOffer.length === 0) {
              Keine
            } @else if (of().withoutOffer.length === of().municipalities) {
              Alle {{ of().municipalities }}
            } @else {
              {{ places().named }}
              @if (places().rest.length) {
                <details>
                  <summary>und {{ places().rest.length }} weitere</summary>
                  {{ places().rest.join(', ') }}
                </details>
              }
            }
          </dd>
        </dl>
        @if (of().waiting.length) {
          <h3>Längste Wartezeiten</h3>
          <ul class="rt-entries">
            @for (it of of().waiting; track it.id) {
              <li>
                <a [routerLink]="['/akteure/angebote', it.id]">{{ it.title }}</a>
                <span class="rt-cell-note">{{ days(it.days) }}, Stand {{ it.on | berlinDate: 'short' }}</span>
              </li>
            }
          </ul>
        }
      }
    </section>
  `,
  styleUrl: './cards.scss',
})
export class OffersCard {
  readonly of = input.required<BriefingOffers>();
  readonly fieldId = input.required<string>();
  protected readonly published = computed(() => counted(this.of().published, 'Angebot', 'Angebote'));
  protected readonly stale = computed(() => counted(this.of().stale, 'Angebot', 'Angebote'));
  protected readonly countyWide = computed(() => counted(this.of().countyWide, 'Angebot', 'Angebote'));
  protected readonly places = computed(() => {
    const { withoutOffer } = this.of();
    return {
      named: withoutOffer.slice(0, FIRST_PLACES).join(', '),
      rest: withoutOffer.slice(FIRST_PLACES),
    };
  });

  protected days(count: number): string {
    return counted(count, 'Tag', 'Tage');
  }
}
