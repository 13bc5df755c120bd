import { type ObservationView, populationBaseLabels } from '@runder-tisch/domain/indicators';
import { counted } from '@runder-tisch/domain/text';
import { formatShortDate } from '@runder-tisch/domain/time';

/** What the shown values rest on, each thing once: source, territory status, population base, definition. */
export function basisWords(values: readonly ObservationView[]): string {
  const each = (words: (it: ObservationView) => string): string =>
    [...new Set(values.map(words).filter(Boolean))].join('; ');
  const moving = values.every((it) => it.territoryStatus === it.periodEnd);
  return [
    `Quelle: ${each((it) => it.source) || 'nicht angegeben'}`,
    moving
      ? 'Gebietsstand jeweils wie Stand'
      : `Gebietsstand: ${each((it) => (it.territoryStatus ? formatShortDate(it.territoryStatus) : 'nicht angegeben'))}`,
    each((it) => (it.populationBase ? populationBaseLabels[it.populationBase] : '')),
    `Definition in Fassung ${each((it) => String(it.versionNumber))}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** That some of what planners see here nobody else does; empty where everything may be published. */
export function unpublishedWords(values: readonly ObservationView[]): string {
  const count = values.filter((it) => it.disclosure !== 'PUBLISHABLE').length;
  if (count === 0) return '';
  return `${counted(count, 'Wert ist', 'Werte sind')} nicht zur Veröffentlichung freigegeben; nur die Planung sieht ${count === 1 ? 'ihn' : 'sie'} hier.`;
}
