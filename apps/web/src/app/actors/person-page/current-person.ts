import { Service, signal } from '@angular/core';
import type { PersonView } from '@runder-tisch/domain/actors';

/** The person of the open page, for its tabs; `changed` asks the page to read it again. */
@Service({ autoProvided: false })
export class CurrentPerson {
  readonly view = signal<PersonView | null>(null);
  readonly changed = signal(0);
}
