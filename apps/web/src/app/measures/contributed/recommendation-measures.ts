import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeasureListItem } from '@runder-tisch/domain/measures';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { CurrentRecommendation } from '../../findings/recommendation/current-recommendation';
import { Session } from '../../session/session';
import { MeasureStatusBadge } from '../measure-badges';

/** "Daraus wurden 2 Maßnahmen", with how each goes. */
@Component({
  selector: 'rt-recommendation-measures',
  imports: [MeasureStatusBadge, RouterLink],
  template: `
    @if (measures().length > 0) {
      <p>{{ sentence() }}</p>
      <ul class="measures">
        @for (measure of measures(); track measure.id) {
          <li>
            <a [routerLink]="['/planung/massnahmen', measure.id]">{{ measure.number }} {{ measure.title }}</a>
            <rt-measure-status [of]="measure.status" />
          </li>
        }
      </ul>
    }
    @if (mayBegin()) {
      <p class="rt-unprinted">
        <a
          class="rt-button"
          [class.rt-primary]="measures().length === 0"
          routerLink="/planung/massnahmen"
          [queryParams]="{ neu: 1, empfehlung: current.view()?.id }"
          >{{ measures().length ? 'Weitere Maßnahme daraus machen' : 'Maßnahme daraus machen' }}</a
        >
      </p>
    }
  `,
})
export class RecommendationMeasures {
  protected readonly current = inject(CurrentRecommendation);
  private readonly session = inject(Session);
  /** Once a body adopted it; one taken over from an earlier plan may still be waiting for its measure too. */
  protected readonly mayBegin = computed(() => {
    const state = this.current.view()?.state;
    return this.session.may('measure:change') && (state === 'ACCEPTED' || state === 'CHANGED');
  });
  private readonly answer = httpResource<Page<MeasureListItem>>(() => {
    const recommendationId = this.current.view()?.id;
    return recommendationId ? { url: '/api/measures', params: { recommendationId } } : undefined;
  });
  protected readonly measures = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly sentence = computed(() => {
    const { length } = this.measures();
    return `Daraus ${length === 1 ? 'wurde' : 'wurden'} ${counted(length, 'Maßnahme', 'Maßnahmen')}:`;
  });
}
