import { Service } from '@angular/core';
import type { PersonView } from '@runder-tisch/domain/actors';
import { KeptObject, objectOfRoute } from '../../object-page/kept-object';

/** The person of the open page, for the page and its tabs. */
@Service({ autoProvided: false })
export class CurrentPerson extends KeptObject<PersonView> {
  constructor() {
    super(objectOfRoute('/api/people'), (person) => person.name);
  }
}
