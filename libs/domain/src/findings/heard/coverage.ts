import { formatDate } from '../../time';
import { counted } from '../../text';

/** By what it is looked at who was heard. */
export const coverageDimensions = [
  'ORGANISATION',
  'NETWORK',
  'MUNICIPALITY',
  'PLANNING_AREA',
  'TARGET_GROUP',
] as const;
export type CoverageDimension = (typeof coverageDimensions)[number];

export const coverageDimensionLabels: Record<CoverageDimension, string> = {
  ORGANISATION: 'Organisationen',
  NETWORK: 'Netzwerke',
  MUNICIPALITY: 'Gemeinden',
  PLANNING_AREA: 'Planungsräume',
  TARGET_GROUP: 'Zielgruppen',
};

/** What counts as heard, said on the page: nobody shall take a number for more than it is. */
export const coverageCounts: Record<CoverageDimension, string> = {
  ORGANISATION:
    'Hinweise im Namen der Organisation. Persönliche Einschätzungen und Hinweise ohne Nennung zählen hier nicht.',
  NETWORK: 'Hinweise aus Sitzungen und Formaten des Netzwerks.',
  MUNICIPALITY: 'Hinweise, bei denen die Gemeinde genannt ist.',
  PLANNING_AREA: 'Hinweise mit diesem Planungsraum oder einer seiner Gemeinden.',
  TARGET_GROUP: 'Hinweise von Organisationen, die für diese Zielgruppe ein veröffentlichtes Angebot haben.',
};

/** A year; without a wish of their own, from each one Hinweis is wanted. */
export const WANTED_UNLESS_SAID = 1;

const from: Record<CoverageDimension, (name: string) => string> = {
  ORGANISATION: (name) => `Von ${name}`,
  NETWORK: (name) => `Aus dem Netzwerk „${name}“`,
  MUNICIPALITY: (name) => `Aus ${name}`,
  PLANNING_AREA: (name) => `Aus dem Planungsraum ${name}`,
  TARGET_GROUP: (name) => `Aus Organisationen mit Angeboten für die Zielgruppe „${name}“`,
};

/**
 * Silence as the statement of a Befund.
 * @param period first and last day looked at, `YYYY-MM-DD`
 * @param field name of the Handlungsfeld it was cut down to, or null
 * @returns one German sentence: "Aus Aken (Elbe) kam vom 01.01.2025 bis 31.12.2025 kein Hinweis; gewünscht waren 3."
 */
export function silenceSentence(
  dimension: CoverageDimension,
  row: { name: string; wanted: number; heard: number },
  period: { from: string; until: string },
  field: string | null,
): string {
  const about = field ? ` zum Handlungsfeld ${field}` : '';
  const came =
    row.heard === 0
      ? `kam vom ${formatDate(period.from)} bis ${formatDate(period.until)}${about} kein Hinweis`
      : `${row.heard === 1 ? 'kam' : 'kamen'} vom ${formatDate(period.from)} bis ${formatDate(period.until)}${about} nur ${counted(row.heard, 'Hinweis', 'Hinweise')}`;
  const wish = row.wanted === 1 ? 'gewünscht war 1' : `gewünscht waren ${row.wanted}`;
  return `${from[dimension](row.name)} ${came}; ${wish}.`;
}
