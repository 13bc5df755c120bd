import { bodyKindLabels, halfHours, type LoadItem, type StructureSeat } from '@runder-tisch/domain/structure';
import type { XlsxCell, XlsxSheet } from '../../files/xlsx';

export function seatSheet(seats: readonly StructureSeat[]): XlsxSheet {
  return {
    name: 'Sitze',
    columns: [
      { heading: 'Art', width: 12 },
      { heading: 'Netzwerk oder Gremium', width: 34 },
      { heading: 'Person', width: 28 },
      { heading: 'Organisation', width: 34 },
      { heading: 'Aufgabe', width: 20 },
      { heading: 'Stimmrecht', width: 12 },
      { heading: 'Vertretung', width: 28 },
      { heading: 'Von', width: 12 },
      { heading: 'Bis', width: 12 },
      { heading: 'Unbesetzt', width: 11 },
    ],
    rows: seats.map((it): XlsxCell[] => [
      bodyKindLabels[it.kind],
      it.body.name,
      it.person?.name ?? null,
      it.organisation?.name ?? null,
      it.role,
      votingWords(it.voting),
      it.deputy?.name ?? null,
      { day: it.fromDay },
      it.toDay ? { day: it.toDay } : null,
      it.person ? '' : 'ja',
    ]),
  };
}

/** People first, then organisations, each with the heaviest load first. */
export function loadSheet(people: readonly LoadItem[], organisations: readonly LoadItem[]): XlsxSheet {
  const row = (it: LoadItem, person: boolean): XlsxCell[] => [
    person ? it.name : null,
    person ? null : it.name,
    it.bodies,
    it.deputising,
    it.sessions,
    halfHours(it.minutes),
    it.bodyNames.join(', '),
  ];
  return {
    name: 'Gremienlast',
    columns: [
      { heading: 'Person', width: 28 },
      { heading: 'Organisation', width: 34 },
      { heading: 'Plätze', width: 9 },
      { heading: 'In Vertretung', width: 13 },
      { heading: 'Sitzungen im Jahr', width: 17 },
      { heading: 'Stunden im Jahr', width: 15 },
      { heading: 'Netzwerke und Gremien', width: 60 },
    ],
    rows: [...people.map((it) => row(it, true)), ...organisations.map((it) => row(it, false))],
  };
}

function votingWords(voting: boolean | null): string {
  if (voting === null) return '';
  return voting ? 'ja' : 'nein';
}
