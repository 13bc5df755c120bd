import type { OrganisationType } from '@runder-tisch/domain/actors';

export interface DemoOrganisation {
  key: string;
  name: string;
  shortName: string;
  type: OrganisationType;
  ags: string;
  city: string;
  postalCode: string;
  mail: string;
  phone: string;
  fields: string[];
  people: DemoPerson[];
}

export interface DemoPerson {
  key: string;
  salutation: '' | 'Frau' | 'Herr';
  title?: string;
  givenName: string;
  familyName: string;
  function: string;
}

/** Everybody here is made up. The places are real, the addresses end in `.example` and reach nobody. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: 'O01',
    name: 'Kreisverwaltung – Stabsstelle Sozialplanung (Demo)',
    shortName: 'Sozialplanung',
    type: 'PUBLIC_AUTHORITY',
    ags: '15082180',
    city: 'Köthen (Anhalt)',
    postalCode: '06366',
    mail: 'sozialplanung@kreis.example',
    phone: '03496 000001',
    fields: ['Soziale Lage', 'Öffentliche Sozialleistungen'],
    people: [
      {
        key: 'coordinator',
        salutation: 'Frau',
        givenName: 'Katrin',
        familyName: 'Ahlers (Demo)',
        function: 'Netzwerkkoordination',
      },
      {
        key: 'planner',
        salutation: 'Herr',
        givenName: 'Jens',
        familyName: 'Brandt (Demo)',
        function: 'Sozialplanung',
      },
    ],
  },
  {
    key: 'O02',
    name: 'Jobcenter (Demo)',
    shortName: 'Jobcenter',
    type: 'PUBLIC_AUTHORITY',
    ags: '15082015',
    city: 'Bitterfeld-Wolfen',
    postalCode: '06749',
    mail: 'team@jobcenter.example',
    phone: '03493 000002',
    fields: ['Öffentliche Sozialleistungen', 'Soziale Lage'],
    people: [
      {
        key: 'jobcenter',
        salutation: 'Herr',
        givenName: 'Olaf',
        familyName: 'Cramer (Demo)',
        function: 'Bereichsleitung Leistung',
      },
    ],
  },
  {
    key: 'O03',
    name: 'Gesundheitsamt (Demo)',
    shortName: 'Gesundheitsamt',
    type: 'PUBLIC_AUTHORITY',
    ags: '15082180',
    city: 'Köthen (Anhalt)',
    postalCode: '06366',
    mail: 'gesundheitsamt@kreis.example',
    phone: '03496 000003',
    fields: ['Gesundheit und medizinische Versorgung'],
    people: [
      {
        key: 'health',
        salutation: 'Frau',
        title: 'Dr.',
        givenName: 'Miriam',
        familyName: 'Dorn (Demo)',
        function: 'Sozialpsychiatrischer Dienst',
      },
    ],
  },
  {
    key: 'O04',
    name: 'Ahornhaus Sozialdienste gGmbH (Demo)',
    shortName: 'Ahornhaus',
    type: 'FREE_PROVIDER',
    ags: '15082015',
    city: 'Bitterfeld-Wolfen',
    postalCode: '06749',
    mail: 'kontakt@ahornhaus.example',
    phone: '03493 000004',
    fields: ['Soziale Lage', 'Öffentliche Sozialleistungen'],
    people: [
      {
        key: 'provider',
        salutation: 'Frau',
        givenName: 'Anna',
        familyName: 'Ehlers (Demo)',
        function: 'Leitung Schuldnerberatung',
      },
      {
        key: 'ahornhaus2',
        salutation: 'Herr',
        givenName: 'Tobias',
        familyName: 'Falk (Demo)',
        function: 'Allgemeine Sozialberatung',
      },
    ],
  },
  {
    key: 'O05',
    name: 'Beratungsbrücke Fuhne e. V. (Demo)',
    shortName: 'Beratungsbrücke',
    type: 'FREE_PROVIDER',
    ags: '15082440',
    city: 'Zörbig',
    postalCode: '06780',
    mail: 'info@beratungsbruecke.example',
    phone: '034956 000005',
    fields: ['Gesundheit und medizinische Versorgung', 'Soziale Lage'],
    people: [
      {
        key: 'addiction',
        salutation: 'Herr',
        givenName: 'Sven',
        familyName: 'Gerlach (Demo)',
        function: 'Leitung Suchtberatung',
      },
    ],
  },
  {
    key: 'O06',
    name: 'Kiebitz Jugend & Familie e. V. (Demo)',
    shortName: 'Kiebitz',
    type: 'FREE_PROVIDER',
    ags: '15082301',
    city: 'Raguhn-Jeßnitz',
    postalCode: '06779',
    mail: 'team@kiebitz.example',
    phone: '034906 000006',
    fields: ['Kinder- und Jugendhilfe', 'Bildung'],
    people: [
      {
        key: 'family',
        salutation: 'Frau',
        givenName: 'Lea',
        familyName: 'Hartwig (Demo)',
        function: 'Erziehungs- und Familienberatung',
      },
    ],
  },
  {
    key: 'O07',
    name: 'Pflegenest Elbaue gGmbH (Demo)',
    shortName: 'Pflegenest',
    type: 'PRIVATE_PROVIDER',
    ags: '15082005',
    city: 'Aken (Elbe)',
    postalCode: '06385',
    mail: 'verwaltung@pflegenest.example',
    phone: '034909 000007',
    fields: ['Pflege und Teilhabe'],
    people: [
      {
        key: 'care',
        salutation: 'Frau',
        givenName: 'Renate',
        familyName: 'Immel (Demo)',
        function: 'Pflegedienstleitung',
      },
    ],
  },
  {
    key: 'O08',
    name: 'Taubenhof Schutz & Beratung e. V. (Demo)',
    shortName: 'Taubenhof',
    type: 'FREE_PROVIDER',
    ags: '15082180',
    city: 'Köthen (Anhalt)',
    postalCode: '06366',
    mail: 'beratung@taubenhof.example',
    phone: '03496 000008',
    fields: ['Soziale Lage', 'Kinder- und Jugendhilfe'],
    people: [
      {
        key: 'shelter',
        salutation: 'Frau',
        givenName: 'Ines',
        familyName: 'Jahnke (Demo)',
        function: 'Leitung Beratungsstelle',
      },
    ],
  },
  {
    key: 'O09',
    name: 'Ankommen in Anhalt e. V. (Demo)',
    shortName: 'Ankommen',
    type: 'FREE_PROVIDER',
    ags: '15082180',
    city: 'Köthen (Anhalt)',
    postalCode: '06366',
    mail: 'buero@ankommen.example',
    phone: '03496 000009',
    fields: ['Migration und Integration'],
    people: [
      {
        key: 'migration',
        salutation: '',
        givenName: 'Robin',
        familyName: 'Khalil (Demo)',
        function: 'Migrationsberatung',
      },
    ],
  },
  {
    key: 'O10',
    name: 'Mittendrin Teilhabe gGmbH (Demo)',
    shortName: 'Mittendrin',
    type: 'FREE_PROVIDER',
    ags: '15082430',
    city: 'Zerbst/Anhalt',
    postalCode: '39261',
    mail: 'post@mittendrin.example',
    phone: '03923 000010',
    fields: ['Pflege und Teilhabe'],
    people: [
      {
        key: 'inclusion',
        salutation: 'Herr',
        givenName: 'Paul',
        familyName: 'Lindner (Demo)',
        function: 'Teilhabeberatung',
      },
    ],
  },
  {
    key: 'O11',
    name: 'Bürgernetz Flämingrand e. V. (Demo)',
    shortName: 'Bürgernetz',
    type: 'INITIATIVE',
    ags: '15082430',
    city: 'Zerbst/Anhalt',
    postalCode: '39261',
    mail: 'hallo@buergernetz.example',
    phone: '03923 000011',
    fields: ['Demografie und Sozialstruktur'],
    people: [
      {
        key: 'village',
        salutation: 'Frau',
        givenName: 'Ursel',
        familyName: 'Matthes (Demo)',
        function: 'Vorsitz',
      },
    ],
  },
  {
    key: 'O12',
    name: 'Elternstimme Mulde (Demo-Initiative)',
    shortName: 'Elternstimme',
    type: 'INITIATIVE',
    ags: '15082241',
    city: 'Muldestausee',
    postalCode: '06774',
    mail: 'eltern@elternstimme.example',
    phone: '03493 000012',
    fields: ['Kinder- und Jugendhilfe', 'Bildung'],
    people: [
      {
        key: 'parents',
        salutation: 'Herr',
        givenName: 'Kai',
        familyName: 'Noack (Demo)',
        function: 'Sprecher',
      },
    ],
  },
];

/** They sit in the committee; the first one reads here. */
export const demoCommittee: readonly DemoPerson[] = [
  {
    key: 'reader',
    salutation: 'Frau',
    givenName: 'Gisela',
    familyName: 'Ost (Demo)',
    function: 'Mitglied im Sozial- und Gesundheitsausschuss',
  },
  {
    key: 'chair',
    salutation: 'Herr',
    givenName: 'Bernd',
    familyName: 'Paschke (Demo)',
    function: 'Vorsitz des Sozial- und Gesundheitsausschusses',
  },
  {
    key: 'councillor',
    salutation: 'Frau',
    givenName: 'Heike',
    familyName: 'Roth (Demo)',
    function: 'Mitglied im Sozial- und Gesundheitsausschuss',
  },
];
