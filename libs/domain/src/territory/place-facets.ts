/** What a house offers so that everybody can take part; in the order in which a sentence names them. */
export const placeFacets = [
  'STEP_FREE',
  'LIFT',
  'TOILET',
  'PARKING',
  'GUIDANCE',
  'INDUCTION_LOOP',
  'QUIET_ROOM',
  'PUBLIC_TRANSPORT',
] as const;
export type PlaceFacet = (typeof placeFacets)[number];

export const placeFacetLabels: Record<PlaceFacet, string> = {
  STEP_FREE: 'stufenlos mit dem Rollstuhl erreichbar',
  LIFT: 'Aufzug',
  TOILET: 'barrierefreie Toilette',
  PARKING: 'Parkplatz für Menschen mit Behinderung',
  GUIDANCE: 'Leitsystem für blinde Menschen',
  INDUCTION_LOOP: 'induktive Höranlage',
  QUIET_ROOM: 'Ruheraum',
  PUBLIC_TRANSPORT: 'Haltestelle in der Nähe',
};

/**
 * What an invitation says about getting in and around.
 * @param facets what the house offers, in any order
 * @param note what else has to be known, as planners typed it
 * @returns one line without a full stop, empty where nothing is known
 */
export function accessibilityLine(facets: readonly PlaceFacet[], note: string): string {
  const words = placeFacets.filter((facet) => facets.includes(facet)).map((facet) => placeFacetLabels[facet]);
  return [words.join(', '), note.trim()].filter(Boolean).join('; ');
}

/**
 * A place as one line of an invitation: "Haus am Markt, Marktstraße 1, 06366 Köthen (Anhalt)".
 * @returns only the parts that are known
 */
export function placeLine(place: { name: string; street: string; postalCode: string; city: string }): string {
  const city = [place.postalCode, place.city].filter(Boolean).join(' ');
  return [place.name, place.street, city].filter(Boolean).join(', ');
}
