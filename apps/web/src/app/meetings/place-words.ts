import { accessibilityLine, placeLine, type PlaceView } from '@runder-tisch/domain/territory';

/** What choosing a place puts into the form of a meeting. */
export function placeWords(place: PlaceView): { place: string; placeNote: string; accessibility: string } {
  return {
    place: placeLine(place),
    placeNote: place.note,
    accessibility: accessibilityLine(place.facets, place.accessNote),
  };
}
