import { Service } from '@angular/core';
import type { CommitteeView } from '@runder-tisch/domain/committees';
import { KeptObject, objectOfRoute } from '../object-page/kept-object';

/** The committee of the open page, for the page and its tabs. */
@Service({ autoProvided: false })
export class CurrentCommittee extends KeptObject<CommitteeView> {
  constructor() {
    super(objectOfRoute('/api/committees'), (committee) => committee.name);
  }
}
