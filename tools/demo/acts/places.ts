import { accessibilityLine, type PlaceFacet, placeLine } from '@runder-tisch/domain/territory';
import { place } from '@runder-tisch/scenario/lists';
import type { DemoStory } from '../story/demo-story';

interface DemoPlace {
  key: string;
  name: string;
  street: string;
  postalCode: string;
  city: string;
  ags: string;
  note: string;
  facets: PlaceFacet[];
  accessNote: string;
  capacity: number;
}

const places: readonly DemoPlace[] = [
  {
    key: 'wolfen',
    name: 'Rathaus Wolfen, Großer Saal',
    street: 'Rathausplatz 1',
    postalCode: '06766',
    city: 'Bitterfeld-Wolfen',
    ags: '15082015',
    note: 'Eingang an der Platzseite, im Foyer die Treppe oder den Aufzug in den 1. Stock',
    facets: ['STEP_FREE', 'LIFT', 'TOILET', 'PARKING', 'INDUCTION_LOOP', 'PUBLIC_TRANSPORT'],
    accessNote: '',
    capacity: 80,
  },
  {
    key: 'koethen',
    name: 'Kreishaus Köthen, Raum 127',
    street: 'Am Flugplatz 1',
    postalCode: '06366',
    city: 'Köthen (Anhalt)',
    ags: '15082180',
    note: 'Bitte am Empfang melden',
    facets: ['STEP_FREE', 'LIFT', 'TOILET', 'PARKING', 'GUIDANCE'],
    accessNote: 'Die Außentür ist schwer, am Empfang hilft man Ihnen',
    capacity: 24,
  },
  {
    key: 'zerbst',
    name: 'Stadthalle Zerbst',
    street: 'Schloßfreiheit 12',
    postalCode: '39261',
    city: 'Zerbst/Anhalt',
    ags: '15082430',
    note: '',
    facets: ['STEP_FREE', 'TOILET', 'PARKING', 'QUIET_ROOM', 'PUBLIC_TRANSPORT'],
    accessNote: 'Der letzte Bus fährt um 18:10 Uhr',
    capacity: 200,
  },
  {
    key: 'familienhaus',
    name: 'Familienhaus am Stadtpark (Demo)',
    street: 'Parkweg 4',
    postalCode: '06366',
    city: 'Köthen (Anhalt)',
    ags: '15082180',
    note: 'Kinder können mitkommen, es gibt ein Spielzimmer',
    facets: ['STEP_FREE', 'TOILET', 'PUBLIC_TRANSPORT'],
    accessNote: 'Obergeschoss nur über die Treppe',
    capacity: 40,
  },
];

/** The list of houses, with what an invitation says about getting in. */
export async function addPlaces(story: DemoStory): Promise<void> {
  const planner = await story.as('planner');
  for (const { key, ags, ...facts } of places) {
    const id = await place(planner, { ...facts, municipalityId: story.id('municipalityIds', ags) });
    const accessibility = accessibilityLine(facts.facets, facts.accessNote);
    story.places.set(key, { id, line: placeLine(facts), accessibility });
  }
}
