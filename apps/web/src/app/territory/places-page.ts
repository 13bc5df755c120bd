import { Component, computed, effect, inject, signal } from '@angular/core';
import { mdiMapMarkerOutline } from '@mdi/js';
import { accessibilityLine, placeLine, type PlaceView } from '@runder-tisch/domain/territory';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { KeptEntryBody } from '../settings/kept-list/kept-entry';
import { KeptList } from '../settings/kept-list/kept-list';
import { keptList } from '../settings/kept-list/kept-list-data';
import { PlaceChoices } from './place-choices';
import { PlaceForm } from './place-form';

/** Where meetings are held; choosing one fills place, way and accessibility of an invitation. */
@Component({
  selector: 'rt-places-page',
  imports: [EmptyState, KeptEntryBody, KeptList, PageHead, PlaceForm, ProgressLine],
  template: `
    <rt-progress-line [busy]="places.loading()" />
    <rt-page-head heading="Orte" [back]="{ label: 'Termine', link: '/termine' }">
      <span subline>Wer einen Termin plant, wählt hier aus: Anschrift und Barrierefreiheit kommen mit.</span>
      <ng-container actions>
        <button type="button" class="rt-button rt-primary" (click)="adding.set(true)">Ort hinzufügen</button>
      </ng-container>
    </rt-page-head>
    @if (places.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-kept-list
      label="Orte"
      mayChange
      [entries]="places.entries()"
      [loading]="places.loading()"
      (edit)="editing.set($event.id)"
    >
      <ng-template [rtKeptEntry]="places.entries()" let-entry>
        <strong>{{ line(entry) }}</strong>
        <p class="rt-quiet rt-small">{{ access(entry) }}</p>
        @if (entry.capacity || entry.contact) {
          <p class="rt-quiet rt-small">
            @if (entry.capacity) {
              <span class="rt-number">{{ entry.capacity }}</span> Plätze
            }
            @if (entry.capacity && entry.contact) {
              ·
            }
            {{ entry.contact }}
          </p>
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch keine Orte"
        text="Fügen Sie das erste Haus hinzu, in dem Sie sich treffen. Danach genügt beim Planen ein Klick."
        [icon]="icon"
      />
    </rt-kept-list>
    @if (adding()) {
      <rt-place-form [list]="places" (closed)="adding.set(false)" />
    }
    @if (edited(); as place) {
      <rt-place-form [place]="place" [list]="places" (closed)="editing.set(null)" />
    }
  `,
})
export class PlacesPage {
  protected readonly icon = mdiMapMarkerOutline;
  protected readonly places = keptList<PlaceView>('/api/places');
  protected readonly adding = signal(false);
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(
    () => this.places.entries().find((it) => it.id === this.editing()) ?? null,
  );
  protected readonly line = placeLine;

  constructor() {
    // Forms that choose a place follow what is kept here.
    const choices = inject(PlaceChoices);
    effect(() => {
      this.places.entries();
      choices.reload();
    });
  }

  protected access(place: PlaceView): string {
    return accessibilityLine(place.facets, place.accessNote) || 'Zur Barrierefreiheit ist nichts eingetragen';
  }
}
