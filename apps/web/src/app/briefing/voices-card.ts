import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BriefingVoices } from '@runder-tisch/domain/briefing';
import { feedbackSourceCounts } from '@runder-tisch/domain/feedback';
import { findingStateLabels } from '@runder-tisch/domain/findings';
import { counted, wholeNumber } from '@runder-tisch/domain/text';

/** What was heard, by who said it, and the Befunde most voices speak for. */
@Component({
  selector: 'rt-voices-card',
  imports: [RouterLink],
  template: `
    <section class="rt-card" aria-labelledby="feld-stimmen">
      <div class="rt-card-head">
        <h2 id="feld-stimmen">Stimmen</h2>
        @if (of().listed && of().total) {
          <a routerLink="/hinweise" [queryParams]="{ ansicht: 'all', fieldId: fieldId() }">{{ total() }}</a>
        } @else {
          <span class="rt-quiet">{{ total() }}</span>
        }
      </div>
      @if (of().total) {
        <ul class="counts" aria-label="Hinweise nach Herkunft">
          @for (each of of().bySource; track each.source) {
            <li>
              @if (of().listed) {
                <a
                  routerLink="/hinweise"
                  [queryParams]="{ ansicht: 'all', fieldId: fieldId(), source: each.source }"
                  ><strong class="rt-number">{{ number(each.count) }}</strong> {{ source(each) }}</a
                >
              } @else {
                <strong class="rt-number">{{ number(each.count) }}</strong> {{ source(each) }}
              }
            </li>
          }
        </ul>
        <p class="rt-small rt-quiet below">{{ waiting() }}</p>
      }
      @if (of().formats) {
        <p class="rt-small">
          <a routerLink="/beteiligung/formate" [queryParams]="{ fieldId: fieldId() }">{{ formats() }}</a> zu
          diesem Handlungsfeld
        </p>
      }
      <h3>Häufigste Befunde</h3>
      <ul class="rt-entries">
        @for (it of of().findings; track it.id) {
          <li>
            <a [routerLink]="['/planung/befunde', it.id]">{{ it.statement }}</a>
            <span class="rt-cell-note"
              ><span class="rt-number">{{ it.number }}</span> · {{ voices(it.voices)
              }}{{ it.state === 'CONFIRMED' ? '' : ' · ' + states[it.state] }}</span
            >
          </li>
        } @empty {
          <li class="rt-quiet">Noch kein Befund.</li>
        }
      </ul>
      @if (of().confirmedFindings + of().draftFindings; as all) {
        <p class="rt-small links">
          @if (of().confirmedFindings; as count) {
            <a routerLink="/planung/befunde" [queryParams]="{ fieldId: fieldId(), state: 'CONFIRMED' }">{{
              confirmed(count)
            }}</a>
          }
          @if (of().draftFindings; as count) {
            <a routerLink="/planung/befunde" [queryParams]="{ fieldId: fieldId(), state: 'DRAFT' }">{{
              drafts(count)
            }}</a>
          }
        </p>
      }
    </section>
  `,
  styleUrl: './cards.scss',
})
export class VoicesCard {
  readonly of = input.required<BriefingVoices>();
  readonly fieldId = input.required<string>();
  protected readonly states = findingStateLabels;
  protected readonly number = wholeNumber;
  protected readonly total = computed(() => counted(this.of().total, 'Hinweis', 'Hinweise'));
  protected readonly waiting = computed(() => {
    const { unanswered } = this.of();
    return unanswered === 0 ? 'Alle sind beantwortet.' : `Noch nicht beantwortet: ${wholeNumber(unanswered)}`;
  });
  protected readonly formats = computed(() => counted(this.of().formats, 'Format', 'Formate'));

  /** The word after the number. */
  protected source({ source, count }: BriefingVoices['bySource'][number]): string {
    const [one, many] = feedbackSourceCounts[source];
    return count === 1 ? one : many;
  }

  protected voices(count: number): string {
    return counted(count, 'Hinweis', 'Hinweise');
  }

  protected confirmed(count: number): string {
    return counted(count, 'bestätigter Befund', 'bestätigte Befunde');
  }

  protected drafts(count: number): string {
    return counted(count, 'Entwurf', 'Entwürfe');
  }
}
