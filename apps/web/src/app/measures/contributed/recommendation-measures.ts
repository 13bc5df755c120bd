import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { MeasureListItem } from '@runder-tisch/domain/measures';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
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
  `,
})
export class RecommendationMeasures {
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly answer = httpResource<Page<MeasureListItem>>(() => {
    const recommendationId = this.params().get('id');
    return recommendationId ? { url: '/api/measures', params: { recommendationId } } : undefined;
  });
  protected readonly measures = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly sentence = computed(() => {
    const { length } = this.measures();
    return `Daraus ${length === 1 ? 'wurde' : 'wurden'} ${counted(length, 'Maßnahme', 'Maßnahmen')}:`;
  });
}
