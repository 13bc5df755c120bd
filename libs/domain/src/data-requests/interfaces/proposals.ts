import { type DefaultInterface, defaultInterfaces } from '../default-interfaces';
import type { DataProtectionClass } from '../interface-agreement';
import type { Sector } from './sector-plan-state';

export interface ProposedInterface extends DefaultInterface {
  dataClass: DataProtectionClass;
  daysToDeliver: number;
}

export interface ProposedSectorPlan {
  name: string;
  sector: Sector;
  unit: string;
  note: string;
}

/** What the rows every county began with are, by their partner. */
const known: Readonly<Record<string, Pick<ProposedInterface, 'dataClass' | 'daysToDeliver'>>> = {
  'Statistisches Landesamt, Regionaldatenbank': { dataClass: 'OPEN', daysToDeliver: 270 },
  'Jobcenter Anhalt-Bitterfeld': { dataClass: 'SMALL_NUMBERS', daysToDeliver: 30 },
  // Values are firm after three months of waiting.
  'Statistik der Bundesagentur für Arbeit': { dataClass: 'AGGREGATED', daysToDeliver: 92 },
  'Sozialamt (Fachbereich Soziales)': { dataClass: 'SMALL_NUMBERS', daysToDeliver: 45 },
  'Jugendamt (Fachbereich Kinder, Jugend und Familie)': { dataClass: 'SMALL_NUMBERS', daysToDeliver: 90 },
  Gesundheitsamt: { dataClass: 'SMALL_NUMBERS', daysToDeliver: 60 },
  'Bildungsmanagement, Schulentwicklungsplanung': { dataClass: 'AGGREGATED', daysToDeliver: 90 },
  'Gemeinden (Meldebehörden)': { dataClass: 'SMALL_NUMBERS', daysToDeliver: 60 },
  'Freie Träger': { dataClass: 'INTERNAL', daysToDeliver: 90 },
  'Kassenärztliche Vereinigung, Pflegekassen, Leitstelle': { dataClass: 'AGGREGATED', daysToDeliver: 120 },
};

const outgoing = (
  partner: string,
  name: string,
  facts: Pick<ProposedInterface, 'rhythm' | 'form' | 'basis' | 'dataClass' | 'daysToDeliver'>,
): ProposedInterface => ({ partner, name, direction: 'FROM_PLANNING', columns: [], ...facts });

/** What planning gives, one by one: the first row of a new county has them together. */
const given: readonly ProposedInterface[] = [
  outgoing('Fachausschuss', 'Erkenntnisse, Schwerpunkte und Empfehlungen', {
    rhythm: 'HALF_YEARLY',
    form: 'REPORT',
    basis: 'Vorlage mit Ladungsfrist; Zahlen nur mit Quelle, Stichtag und Gebietsstand.',
    dataClass: 'AGGREGATED',
    daysToDeliver: 60,
  }),
  outgoing('Kreistag', 'Planungsdokument zum Beschluss', {
    rhythm: 'PER_PLAN',
    form: 'REPORT',
    basis: 'Nach der Vorberatung im Ausschuss und der Abstimmung mit den freien Trägern.',
    dataClass: 'AGGREGATED',
    daysToDeliver: 30,
  }),
  outgoing('Ministerium', 'Beschlossenes Planungsdokument', {
    rhythm: 'PER_PLAN',
    form: 'REPORT',
    basis: 'Einreichung nach dem Beschluss des Kreistages; der Nachweis des Eingangs wird aufbewahrt.',
    dataClass: 'OPEN',
    daysToDeliver: 30,
  }),
  outgoing('Öffentlichkeit', 'Sozialbericht und Tabellen', {
    rhythm: 'YEARLY',
    form: 'REPORT',
    basis: 'Erst nach Geheimhaltung und Freigabe; barrierefrei als Seite und Dokument, Tabellen als CSV.',
    dataClass: 'OPEN',
    daysToDeliver: 180,
  }),
];

/** The register as it is proposed. */
export const proposedInterfaces: readonly ProposedInterface[] = [
  ...defaultInterfaces.map((it): ProposedInterface => ({
    ...it,
    ...(known[it.partner] ?? { dataClass: 'AGGREGATED', daysToDeliver: 30 }),
  })),
  ...given,
];

export const proposedSectorPlans: readonly ProposedSectorPlan[] = [
  {
    name: 'Jugendhilfeplanung',
    sector: 'YOUTH_WELFARE',
    unit: 'Jugendamt (Fachbereich Kinder, Jugend und Familie)',
    note: '§ 80 SGB VIII: Bestand, Bedarf und Vorhaben der Jugendhilfe.',
  },
  {
    name: 'Pflegestrukturplanung',
    sector: 'CARE',
    unit: 'Sozialamt (Fachbereich Soziales)',
    note: 'Versorgung in der Pflege und im Vorfeld der Pflege.',
  },
  {
    name: 'Schulentwicklungsplanung',
    sector: 'SCHOOL',
    unit: 'Schulverwaltung',
    note: '§ 22 SchulG LSA: Schulstandorte und Schülerzahlen.',
  },
  {
    name: 'Teilhabeplanung',
    sector: 'INCLUSION',
    unit: 'Sozialamt (Fachbereich Soziales)',
    note: 'Teilhabe von Menschen mit Behinderungen vor Ort.',
  },
];

/** A county calls the partner as it likes: what is exchanged tells whether it has a row already. */
export function sameInterface(one: { name: string }, other: { name: string }): boolean {
  return one.name.trim().toLowerCase() === other.name.trim().toLowerCase();
}
