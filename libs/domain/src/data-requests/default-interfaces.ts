import type { ExpectedColumn, InterfaceDirection, InterfaceForm } from './interface-agreement';
import type { InterfaceRhythm } from './interface-rhythm';

export interface DefaultInterface {
  partner: string;
  name: string;
  direction: InterfaceDirection;
  rhythm: InterfaceRhythm;
  form: InterfaceForm;
  basis: string;
  columns: readonly ExpectedColumn[];
}

const municipality = { name: 'AGS', meaning: 'Gemeindeschlüssel, acht Ziffern', example: '15082005' };
const nameOf = { name: 'Gemeinde', meaning: 'Name der Gemeinde', example: 'Aken (Elbe)' };
const day = { name: 'Stichtag', meaning: 'Tag, für den die Zahl gilt', example: '31.03.2025' };
const year = { name: 'Jahr', meaning: 'Berichtsjahr', example: '2024' };
const count = (what: string, example: string): ExpectedColumn => ({ name: 'Anzahl', meaning: what, example });

/** What planning usually gets from whom, and what it gives: the list a new county begins with and then keeps itself. */
export const defaultInterfaces: readonly DefaultInterface[] = [
  {
    partner: 'Statistisches Landesamt, Regionaldatenbank',
    name: 'Bevölkerung, Schule, Sozialleistungen, Pflege',
    direction: 'TO_PLANNING',
    rhythm: 'YEARLY',
    form: 'FFCSV',
    basis: 'Offene Daten: Quelle nennen (Datenlizenz Deutschland, Namensnennung).',
    columns: [],
  },
  {
    partner: 'Jobcenter Anhalt-Bitterfeld',
    name: 'SGB II: Struktur der Leistungsberechtigten, Bildung und Teilhabe',
    direction: 'TO_PLANNING',
    rhythm: 'QUARTERLY',
    form: 'XLSX',
    basis: '§ 67c SGB X: nur zusammengefasst; Fallzahlen unter 3 (Personen unter 10) bleiben leer.',
    columns: [
      municipality,
      nameOf,
      day,
      { name: 'Merkmal', meaning: 'Was gezählt wird', example: 'Bedarfsgemeinschaften' },
      count('Zahl am Stichtag; leer, wo sie zu klein ist', '412'),
    ],
  },
  {
    partner: 'Statistik der Bundesagentur für Arbeit',
    name: 'Arbeitslosigkeit, Quoten',
    direction: 'TO_PLANNING',
    rhythm: 'MONTHLY',
    form: 'XLSX',
    basis: 'Werte stehen erst nach drei Monaten Wartezeit fest; Geheimhaltung der Statistik beachten.',
    columns: [],
  },
  {
    partner: 'Sozialamt (Fachbereich Soziales)',
    name: 'SGB XII, Wohngeld, AsylbLG',
    direction: 'TO_PLANNING',
    rhythm: 'HALF_YEARLY',
    form: 'XLSX',
    basis: 'Sozialdaten bleiben im Fachverfahren; geliefert wird nur zusammengefasst.',
    columns: [
      municipality,
      nameOf,
      day,
      { name: 'Leistung', meaning: 'Art der Leistung', example: 'Wohngeld' },
      count('Haushalte oder Personen am Stichtag', '187'),
    ],
  },
  {
    partner: 'Jugendamt (Fachbereich Kinder, Jugend und Familie)',
    name: 'Hilfen zur Erziehung, § 8a, Unterhaltsvorschuss, Jugendhilfeplanung',
    direction: 'TO_PLANNING',
    rhythm: 'YEARLY',
    form: 'XLSX',
    basis: 'Kleine Zahlen: Geheimhaltung vor jeder Veröffentlichung.',
    columns: [
      municipality,
      year,
      { name: 'Hilfeart', meaning: 'Hilfe nach SGB VIII', example: '§ 31 Sozialpädagogische Familienhilfe' },
      count('Hilfen im Jahr', '54'),
    ],
  },
  {
    partner: 'Gesundheitsamt',
    name: 'Schuleingangsuntersuchung, Zahngesundheit, Sozialpsychiatrie',
    direction: 'TO_PLANNING',
    rhythm: 'SCHOOL_YEAR',
    form: 'XLSX',
    basis: '§ 11 GDG LSA: anonymisiert.',
    columns: [],
  },
  {
    partner: 'Bildungsmanagement, Schulentwicklungsplanung',
    name: 'Bildungsbericht',
    direction: 'TO_PLANNING',
    rhythm: 'YEARLY',
    form: 'REPORT',
    basis: 'Bericht und die Zahlen dazu.',
    columns: [],
  },
  {
    partner: 'Gemeinden (Meldebehörden)',
    name: 'Einwohner nach Ortsteil und Alter',
    direction: 'TO_PLANNING',
    rhythm: 'YEARLY',
    form: 'CSV',
    basis: 'Basis Melderegister: nicht mit der amtlichen Fortschreibung mischen.',
    columns: [
      municipality,
      { name: 'Ortsteil', meaning: 'Name des Ortsteils', example: 'Kleinzerbst' },
      { name: 'Altersgruppe', meaning: 'von bis, in Jahren', example: '6 bis unter 10' },
      day,
      count('Einwohner', '38'),
    ],
  },
  {
    partner: 'Freie Träger',
    name: 'Bestand, Fallzahlen, Wartezeiten',
    direction: 'TO_PLANNING',
    rhythm: 'YEARLY',
    form: 'FORM',
    basis: 'Jährlich und bei Änderungen; der Träger gibt die Veröffentlichung frei.',
    columns: [],
  },
  {
    partner: 'Kassenärztliche Vereinigung, Pflegekassen, Leitstelle',
    name: 'Versorgung',
    direction: 'TO_PLANNING',
    rhythm: 'YEARLY',
    form: 'TABLE',
    basis: 'Die Gebiete weichen vom Landkreis ab.',
    columns: [],
  },
  {
    partner: 'Ausschuss, Kreistag, Ministerium, Öffentlichkeit',
    name: 'Berichte, Planungsdokument',
    direction: 'FROM_PLANNING',
    rhythm: 'PER_PLAN',
    form: 'REPORT',
    basis: 'Erst nach der Prüfung vor Veröffentlichung.',
    columns: [],
  },
];
