import { Service, signal } from '@angular/core';
import type { NetworkView } from '@runder-tisch/domain/networks';

/** The network of the open page, for its tabs; `changed` asks the page to read it again. */
@Service({ autoProvided: false })
export class CurrentNetwork {
  readonly view = signal<NetworkView | null>(null);
  readonly changed = signal(0);

  reload(): void {
    this.changed.update((count) => count + 1);
  }
}
