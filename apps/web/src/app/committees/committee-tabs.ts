import { Component } from '@angular/core';
import { PlaceTabs, type PlaceTab } from '../session/place-tabs';

const places: readonly PlaceTab[] = [
  { label: 'Gremien', link: '/planung/gremien', permission: 'committee:read' },
  { label: 'Vorlagen', link: '/planung/vorlagen', permission: 'paper:read' },
  { label: 'Beschlusskontrolle', link: '/planung/beschlusskontrolle', permission: 'paper:read' },
];

/** Who decides, on what, and what became of it. */
@Component({
  selector: 'rt-committee-tabs',
  imports: [PlaceTabs],
  template: `<rt-place-tabs [places]="places" label="Gremien und Beschlüsse" />`,
})
export class CommitteeTabs {
  protected readonly places = places;
}
