import { Component } from '@angular/core';
import { PlaceTabs, type PlaceTab } from '../session/place-tabs';

const places: readonly PlaceTab[] = [
  { label: 'Befunde', link: '/planung/befunde', permission: 'finding:read' },
  { label: 'Schwerpunkte', link: '/planung/schwerpunkte', permission: 'recommendation:read' },
  { label: 'Empfehlungen', link: '/planung/empfehlungen', permission: 'recommendation:read' },
  { label: 'Punktabfragen', link: '/planung/punktabfragen', permission: 'finding:read' },
];

/** The lists of the place Schwerpunkte & Empfehlungen, side by side. */
@Component({
  selector: 'rt-findings-tabs',
  imports: [PlaceTabs],
  template: `<rt-place-tabs [places]="places" label="Schwerpunkte und Empfehlungen" />`,
})
export class FindingsTabs {
  protected readonly places = places;
}
