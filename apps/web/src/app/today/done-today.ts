import { Service, signal } from '@angular/core';

/** Counts what was done from the page Heute: the blocks beside its list ask again. */
@Service({ autoProvided: false })
export class DoneToday {
  readonly times = signal(0);
}
