import { Service, signal } from '@angular/core';
import type { OrganisationView } from '@runder-tisch/domain/actors';
import { KeptObject, objectOfRoute } from '../../object-page/kept-object';

/** The organisation of the open page, for the page and its tabs. */
@Service({ autoProvided: false })
export class CurrentOrganisation extends KeptObject<OrganisationView> {
  /** Counts what the page's own button noted: the Verlauf reads itself again. */
  readonly noted = signal(0);

  constructor() {
    super(objectOfRoute('/api/organisations'), (organisation) => organisation.name);
  }
}
