import { Service, signal } from '@angular/core';
import type { OrganisationView } from '@runder-tisch/domain/actors';

/** The organisation of the open page, for its tabs; `changed` asks the page to read it again. */
@Service({ autoProvided: false })
export class CurrentOrganisation {
  readonly view = signal<OrganisationView | null>(null);
  readonly changed = signal(0);
  /** Counts what the page's own button noted: the Verlauf reads itself again. */
  readonly noted = signal(0);
}
