import { counted } from '../text';
import type { OpenDecisionView } from './decisions-views';

type Told = Pick<OpenDecisionView, 'kind' | 'state' | 'scope' | 'topics'>;

/**
 * What follows from a decision: before it is taken what each way would change, afterwards what it has changed.
 * Counted figures of the very moment, never an assumption.
 * @returns German sentences; none where the county has named the consequences itself, at each option
 */
export function decisionConsequences({ state, scope, topics }: Told): string[] {
  const decided = state === 'DECIDED';
  if (scope) {
    const { indicators, notInfrastructure, optionalNow } = scope;
    if (!decided)
      return [
        `Mit a) bleiben alle ${counted(indicators, 'Indikator', 'Indikatoren')} erforderlich.`,
        `Mit b) werden ${notInfrastructure} von ${indicators} freiwillig. Ihre Werte bleiben erhalten.`,
        'Solange nichts entschieden ist, geht beides: Niemand muss etwas weglassen.',
      ];
    return [
      optionalNow
        ? `${notInfrastructure} von ${indicators} Indikatoren sind freiwillig. Kein Wert ist verloren.`
        : `Alle ${counted(indicators, 'Indikator ist', 'Indikatoren sind')} erforderlich.`,
    ];
  }
  if (!topics) return [];
  const { agreements, openRequests, withoutDelivery } = topics;
  const told = [
    decided
      ? `${counted(agreements, 'Schnittstelle folgt', 'Schnittstellen folgen')} dieser Reihenfolge, mit ${counted(openRequests, 'offenen Datenanforderung', 'offenen Datenanforderungen')}.`
      : `Sobald entschieden ist, stehen die Datenanforderungen in dieser Reihenfolge: ${counted(agreements, 'Schnittstelle', 'Schnittstellen')}, ${counted(openRequests, 'offene Anforderung', 'offene Anforderungen')}.`,
  ];
  if (withoutDelivery > 0)
    told.push(
      `${counted(withoutDelivery, 'Thema hat', 'Themen haben')} noch keine Schnittstelle, aus der Daten kommen.`,
    );
  return told;
}
