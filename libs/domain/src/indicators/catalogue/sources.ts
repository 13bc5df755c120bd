/** Where values come from as a new county begins; planners keep their own list afterwards. */
export interface CatalogueSource {
  code: string;
  name: string;
  /** Who publishes or delivers it. */
  publisher: string;
  /** Number of the official statistic; empty where there is none. */
  statistic: string;
  /** Months between two releases; null where there is no next one or nobody knows. */
  rhythmMonths: number | null;
  /** Months from the end of a period until its values are usually out. */
  lagMonths: number;
  /** Short name of the licence; empty where the county's own agreement rules. */
  licence: string;
  /** How it is to be named beside every value. */
  attribution: string;
}

const REGIO = 'Statistische Ämter des Bundes und der Länder';
const REGIO_LICENCE = 'dl-de/by-2-0';
const REGIO_ATTRIBUTION =
  '© Statistische Ämter des Bundes und der Länder, Deutschland; Datenlizenz Deutschland – Namensnennung – Version 2.0';

type Code = `${Uppercase<string>}`;

const official = <C extends Code>(
  code: C,
  name: string,
  statistic: string,
  rhythmMonths: number,
  lagMonths: number,
) => ({
  code,
  name,
  publisher: REGIO,
  statistic,
  rhythmMonths,
  lagMonths,
  licence: REGIO_LICENCE,
  attribution: REGIO_ATTRIBUTION,
});

const other = <C extends Code>(
  code: C,
  name: string,
  publisher: string,
  rhythmMonths: number | null,
  lagMonths: number,
) => ({ code, name, publisher, statistic: '', rhythmMonths, lagMonths, licence: '', attribution: publisher });

export const catalogueSources = [
  official('BEVOELKERUNG', 'Fortschreibung des Bevölkerungsstandes', '12411', 12, 9),
  official('GEBURTEN', 'Statistik der Geburten und Sterbefälle', '12612, 12613', 12, 8),
  official('WANDERUNGEN', 'Wanderungsstatistik', '12711', 12, 8),
  official('ZENSUS', 'Zensus 2022', '', 120, 24),
  official('BESCHAEFTIGUNG', 'Statistik der sozialversicherungspflichtig Beschäftigten', '13111', 12, 8),
  other(
    'PROGNOSE',
    '7. Regionalisierte Bevölkerungsprognose',
    'Statistisches Landesamt Sachsen-Anhalt',
    null,
    18,
  ),
  official('KITA', 'Statistik der Kinder in Tagesbetreuung', '22543', 12, 8),
  other('SEU', 'Schuleingangsuntersuchung', 'Gesundheitsamt des Landkreises', 12, 6),
  official('SCHULEN', 'Statistik der allgemeinbildenden Schulen', '21111', 12, 8),
  other('UEBERGAENGE', 'Übergänge nach Klasse 4', 'Statistisches Landesamt, Schulamt', 12, 6),
  other('BERUFSBILDUNG', 'Berufsbildungsstatistik', 'Bundesinstitut für Berufsbildung, Kammern', 12, 10),
  other('VHS', 'Volkshochschul-Statistik', 'Volkshochschule des Landkreises', 12, 9),
  other('SCHULWEG', 'Schülerbeförderung', 'Schulverwaltung des Landkreises', 12, 3),
  other(
    'KVSA',
    'Bedarfsplanung der ambulanten Versorgung',
    'Kassenärztliche Vereinigung Sachsen-Anhalt',
    6,
    3,
  ),
  official('KRANKENHAUS', 'Krankenhausstatistik', '23111', 12, 10),
  other('ZAHN', 'Zahnärztliche Reihenuntersuchung', 'Gesundheitsamt des Landkreises', 12, 6),
  other('SUCHT', 'Statistik der Suchtberatung', 'Träger der Suchtberatung, Deutscher Kerndatensatz', 12, 4),
  other('TRAEGER', 'Abfrage der Wartezeiten und Fälle', 'Freie Träger im Landkreis', 6, 2),
  other(
    'TODESURSACHEN',
    'Todesursachenstatistik',
    'Statistisches Landesamt, Gesundheitsberichterstattung',
    12,
    12,
  ),
  other('DIAGNOSEN', 'Krankenhausdiagnosestatistik', 'Statistisches Landesamt Sachsen-Anhalt', 12, 12),
  other('LEITSTELLE', 'Auswertung der Hilfsfristen', 'Rettungsleitstelle des Landkreises', 12, 4),
  other('ERREICHBARKEIT', 'Eigene Berechnung von Wegen', 'Sozialplanung des Landkreises', 12, 3),
  official('ARBEITSLOSE', 'Arbeitslosenstatistik', '13211', 12, 3),
  other('INSOLVENZEN', 'Insolvenzstatistik (52411)', 'Statistisches Landesamt Sachsen-Anhalt', 12, 4),
  official('EINKOMMEN', 'Volkswirtschaftliche Gesamtrechnungen der Länder', '82411', 12, 22),
  other('MIKROZENSUS', 'Mikrozensus', 'Statistische Ämter des Bundes und der Länder', 12, 10),
  other(
    'RAEUMUNGEN',
    'Mitteilungen über Räumungsklagen',
    'Sozialamt des Landkreises (vom Amtsgericht)',
    12,
    2,
  ),
  other('WOHNUNGSLOSE', 'Statistik untergebrachter wohnungsloser Personen', 'Statistisches Bundesamt', 12, 6),
  official('MINDESTSICHERUNG', 'Mindestsicherungsstatistik', '22811', 12, 12),
  other(
    'SGB2',
    'Grundsicherung für Arbeitsuchende',
    'Bundesagentur für Arbeit, Jobcenter Anhalt-Bitterfeld (bis 2022 KomBA-ABI AöR)',
    1,
    3,
  ),
  official(
    'GRUNDSICHERUNG',
    'Statistik der Grundsicherung im Alter und bei Erwerbsminderung',
    '22151',
    12,
    8,
  ),
  official('HLU', 'Statistik der Hilfe zum Lebensunterhalt', '22121', 12, 9),
  official('WOHNGELD', 'Wohngeldstatistik', '22311', 12, 10),
  other('BUT', 'Bildung und Teilhabe', 'Jobcenter und Sozialamt des Landkreises', 12, 3),
  official('ASYLBLG', 'Statistik über Leistungen an Asylbewerber', '22221', 12, 9),
  other('JUGENDAMT', 'Fallzahlen des Jugendamts', 'Jugendamt des Landkreises', 12, 3),
  other('HAUSHALT', 'Haushalt und Jahresabschluss', 'Kämmerei des Landkreises', 12, 12),
  other('JUGENDHILFE', 'Kinder- und Jugendhilfestatistik', 'Statistisches Landesamt Sachsen-Anhalt', 12, 10),
  other('BESTAND', 'Bestandserhebung der Angebote', 'Sozialplanung des Landkreises', 12, 2),
  official('EHESACHEN', 'Statistik rechtskräftiger Urteile in Ehesachen', '12631', 12, 9),
  official('PFLEGE', 'Pflegestatistik', '22411', 24, 12),
  other('PFLEGEKASSEN', 'Plätze der Kurzzeitpflege', 'Träger und Pflegekassen', 12, 3),
  other(
    'SCHWERBEHINDERTE',
    'Statistik der schwerbehinderten Menschen',
    'Statistisches Landesamt Sachsen-Anhalt',
    24,
    7,
  ),
  other(
    'EINGLIEDERUNG',
    'Statistik der Eingliederungshilfe',
    'Statistisches Landesamt Sachsen-Anhalt',
    12,
    10,
  ),
  official('HILFE_ZUR_PFLEGE', 'Statistik der Hilfe zur Pflege', '22131', 12, 10),
  other('SOZIALAGENTUR', 'Fallzahlen des überörtlichen Trägers', 'Sozialagentur Sachsen-Anhalt', 12, 4),
  other('AZR', 'Ausländerzentralregister', 'Statistisches Bundesamt', 12, 6),
  official('EINBUERGERUNGEN', 'Einbürgerungsstatistik', '12511', 12, 6),
  other('KURSTRAEGER', 'Abfrage der Integrationskurse', 'Träger der Integrationskurse', 6, 2),
  other('EIGENE', 'Eigene Berechnung aus anderen Indikatoren', 'Sozialplanung des Landkreises', 12, 10),
] as const satisfies readonly CatalogueSource[];

export type CatalogueSourceCode = (typeof catalogueSources)[number]['code'];
