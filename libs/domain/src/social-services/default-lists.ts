export interface DefaultServiceCategory {
  name: string;
  description: string;
  /** Public pages on this topic can be left quickly. */
  protective: boolean;
}

const category = (name: string, description: string, protective = false): DefaultServiceCategory => ({
  name,
  description,
  protective,
});

/** With what a county begins; afterwards the list belongs to its planners. */
export const defaultServiceCategories: readonly DefaultServiceCategory[] = [
  category('Schuldnerberatung', 'Schulden, Pfändung, Verbraucherinsolvenz'),
  category('Suchtberatung', 'Alkohol, Medikamente, Drogen, Glücksspiel, für Betroffene und Angehörige'),
  category('Frauenhaus', 'Schutz und Unterkunft bei Gewalt für Frauen und ihre Kinder', true),
  category('Migrationsberatung', 'Aufenthalt, Ankommen, Anerkennung, Familiennachzug'),
  category('Ehe-, Familien- und Lebensberatung', 'Krisen, Trennung, Konflikte in Partnerschaft und Familie'),
  category('Erziehungsberatung', 'Fragen der Erziehung und Entwicklung von Kindern und Jugendlichen'),
  category(
    'Schwangerschafts- und Konfliktberatung',
    'Schwangerschaft, Konfliktberatung, Hilfen rund um die Geburt',
  ),
  category('Interventionsstelle', 'Beratung nach häuslicher Gewalt und Stalking', true),
  category('Allgemeine Sozialberatung', 'Erste Anlaufstelle bei sozialen und behördlichen Fragen'),
  category('Wohnungslosenhilfe', 'Mietschulden, drohender Verlust der Wohnung, Unterkunft'),
  category('Teilhabeberatung', 'Leben mit Behinderung, Assistenz, Eingliederungshilfe'),
  category('Pflegeberatung', 'Pflegegrad, Leistungen, Entlastung für Angehörige'),
  category('Tagespflege', 'Betreuung am Tag für pflegebedürftige Menschen'),
  category('Frühe Hilfen', 'Begleitung von der Schwangerschaft bis zum dritten Lebensjahr'),
  category('Jugendarbeit', 'Treffpunkte, Freizeit, mobile Angebote für junge Menschen'),
  category('Schulsozialarbeit', 'Begleitung und Beratung an Schulen'),
  category('Sprachmittlung', 'Übersetzen bei Ämtern, Ärzt:innen, Schulen'),
  category('Begegnung', 'Treffs, Cafés, Nachbarschaft, Selbsthilfe'),
  category('Mobilität', 'Fahrdienste, Bürgerbus, Begleitung'),
];

/** For whom offers are meant. */
export const defaultTargetGroups: readonly { name: string; description: string }[] = [
  { name: 'Alle Menschen', description: '' },
  { name: 'Kinder', description: 'bis 13 Jahre' },
  { name: 'Jugendliche und junge Erwachsene', description: '14 bis 27 Jahre' },
  { name: 'Familien', description: '' },
  { name: 'Alleinerziehende', description: '' },
  { name: 'Werdende Eltern und Eltern kleiner Kinder', description: '' },
  { name: 'Frauen', description: '' },
  { name: 'Männer', description: '' },
  { name: 'LSBTIQ*', description: '' },
  { name: 'Ältere Menschen', description: 'ab 60 Jahren' },
  { name: 'Menschen mit Behinderung', description: '' },
  { name: 'Menschen mit Pflegebedarf', description: '' },
  { name: 'Pflegende Angehörige', description: '' },
  { name: 'Menschen mit psychischer Erkrankung', description: '' },
  { name: 'Menschen mit Suchterkrankung', description: 'und ihre Angehörigen' },
  { name: 'Arbeitslose Menschen', description: '' },
  { name: 'Verschuldete Menschen', description: '' },
  { name: 'Wohnungslose Menschen', description: 'und Menschen, die ihre Wohnung verlieren könnten' },
  { name: 'Menschen mit Migrationsgeschichte', description: '' },
  { name: 'Geflüchtete Menschen', description: '' },
  { name: 'Von Gewalt betroffene Menschen', description: '' },
  { name: 'Fachkräfte und Ehrenamtliche', description: '' },
];
