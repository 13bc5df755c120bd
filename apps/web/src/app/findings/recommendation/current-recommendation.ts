import { Service } from '@angular/core';
import type { RecommendationView } from '@runder-tisch/domain/findings';
import { KeptObject, objectOfRoute } from '../../object-page/kept-object';

/** The recommendation of the open page, for the page and what other areas show on it. */
@Service({ autoProvided: false })
export class CurrentRecommendation extends KeptObject<RecommendationView> {
  constructor() {
    super(objectOfRoute('/api/recommendations'), (it) => `Empfehlung ${it.number}`);
  }
}
