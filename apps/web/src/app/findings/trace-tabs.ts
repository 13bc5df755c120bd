import { Component } from '@angular/core';
import { PlaceTabs, type PlaceTab } from '../session/place-tabs';

const places: readonly PlaceTab[] = [
  { label: 'Spur', link: '/planung/spur', permission: 'finding:read' },
  { label: 'Offene Enden', link: '/planung/offene-enden', permission: 'finding:read' },
  { label: 'Wer wurde gehört?', link: '/planung/gehoert', permission: 'finding:change' },
];

/** What led to what, where it stops, and whose voices are in it. */
@Component({
  selector: 'rt-trace-tabs',
  imports: [PlaceTabs],
  template: `<rt-place-tabs [places]="places" label="Spur und offene Enden" />`,
})
export class TraceTabs {
  protected readonly places = places;
}
