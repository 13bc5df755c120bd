import { type ControlListItem, controlStateLabels } from '@runder-tisch/domain/papers/control';
import type { XlsxCell, XlsxColumn } from '../../files/xlsx';

export const controlColumns: readonly XlsxColumn[] = [
  { heading: 'Gremium', width: 24 },
  { heading: 'Beschluss', width: 16 },
  { heading: 'Vom', width: 12 },
  { heading: 'Vorlage', width: 16 },
  { heading: 'Gegenstand', width: 44 },
  { heading: 'Antrag von', width: 24 },
  { heading: 'Zuständig', width: 24 },
  { heading: 'Frist', width: 12 },
  { heading: 'Wieder vorzulegen', width: 18 },
  { heading: 'Stand', width: 14 },
  { heading: 'Überfällig', width: 11 },
  { heading: 'Bericht', width: 60 },
  { heading: 'Maßnahmen', width: 24 },
];

export function controlRow(it: ControlListItem): XlsxCell[] {
  const day = (value: string | null): XlsxCell => (value ? { day: value } : null);
  return [
    it.committee.name,
    it.resolutionNumber,
    day(it.decidedOn),
    it.paper.number,
    it.paper.title,
    it.applicant,
    it.unit,
    day(it.dueOn),
    day(it.nextOn),
    controlStateLabels[it.state],
    it.overdue ? 'ja' : '',
    it.words,
    it.measures.map(({ number }) => number).join(', '),
  ];
}
