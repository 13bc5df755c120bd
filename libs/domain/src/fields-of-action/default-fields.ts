export interface DefaultFieldOfAction {
  name: string;
  /** What belongs here, in the words people use: also what suggestions for Hinweise are made from. */
  description: string;
}

/** The five fields the concept of the county names. */
export const defaultFieldsOfAction: readonly DefaultFieldOfAction[] = [
  {
    name: 'Demografie und Sozialstruktur',
    description:
      'Wie sich die Bevölkerung zusammensetzt und verändert: Geburten, Zuzug und Wegzug, Alterung, junge Menschen, ' +
      'Haushalte und Familienformen, Alleinlebende, Leerstand, Nachwuchs in Vereinen, Ehrenamt und Feuerwehr, ' +
      'Erreichbarkeit und Leben in den Ortschaften.',
  },
  {
    name: 'Bildung',
    description:
      'Lernen von der Kita bis ins Alter: Schulabschlüsse und Schulabbruch, Unterrichtsausfall, Übergang in Ausbildung ' +
      'und Beruf, Berufsschule, Lesen und Schreiben bei Erwachsenen, Volkshochschule, Lernförderung, ' +
      'Kommunaler Bildungsbericht.',
  },
  {
    name: 'Gesundheit und medizinische Versorgung',
    description:
      'Gesund bleiben und versorgt werden: Haus-, Kinder- und Fachärzt:innen, Zahngesundheit, Psychotherapie und ' +
      'Wartezeiten, Sucht und Entgiftung, Impfungen, Vorsorge und Schuleingangsuntersuchung, Krankenhaus, ' +
      'Gesundheitsbericht.',
  },
  {
    name: 'Soziale Lage',
    description:
      'Womit Menschen ihren Alltag bestreiten: Einkommen und Armut, Arbeit und Arbeitslosigkeit, Wohnen, Miete und ' +
      'Wohnungslosigkeit, Energiekosten und Schulden, Lebensmittelausgabe, Mobilität ohne Auto, Teilhabe von Kindern.',
  },
  {
    name: 'Öffentliche Sozialleistungen',
    description:
      'Leistungen der Ämter und der Weg dorthin: Bürgergeld, Grundsicherung, Hilfe zum Lebensunterhalt, Wohngeld, ' +
      'Bildung und Teilhabe, Leistungen nach dem Asylbewerberleistungsgesetz, Bearbeitungszeiten, Anträge, ' +
      'Sprechzeiten und Erreichbarkeit der Behörden.',
  },
];

/** Three more that many counties add; the demo begins with all eight. */
export const furtherFieldsOfAction: readonly DefaultFieldOfAction[] = [
  {
    name: 'Kinder- und Jugendhilfe',
    description:
      'Aufwachsen und Familie: Frühe Hilfen und Kinderschutz, Hilfen zur Erziehung, Pflegefamilien, Jugendarbeit und ' +
      'Jugendclubs, Schulsozialarbeit, Erziehungs-, Trennungs- und Familienberatung, Kindertagesbetreuung.',
  },
  {
    name: 'Pflege und Teilhabe',
    description:
      'Unterstützt leben im Alter und mit Behinderung: ambulante, stationäre und Kurzzeitpflege, pflegende Angehörige, ' +
      'Demenz, Eingliederungshilfe, Budget für Arbeit, Barrierefreiheit, Selbsthilfe und Begegnung.',
  },
  {
    name: 'Migration und Integration',
    description:
      'Ankommen und dazugehören: Sprachkurse und Dolmetschen, Unterbringung, Anerkennung von Abschlüssen, Arbeit und ' +
      'Ausbildung, Migrationsberatung, Begegnung im Gemeinwesen, Schutz vor Diskriminierung.',
  },
];

export const demoFieldsOfAction: readonly DefaultFieldOfAction[] = [
  ...defaultFieldsOfAction,
  ...furtherFieldsOfAction,
];
