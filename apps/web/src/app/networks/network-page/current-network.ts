import { Service } from '@angular/core';
import type { NetworkView } from '@runder-tisch/domain/networks';
import { KeptObject, objectOfRoute } from '../../object-page/kept-object';

/** The network of the open page, for the page and its tabs. */
@Service({ autoProvided: false })
export class CurrentNetwork extends KeptObject<NetworkView> {
  constructor() {
    super(objectOfRoute('/api/networks'), (network) => network.name);
  }
}
