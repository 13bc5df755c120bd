import { counted } from '../../text';

/** What is counted of a round; each count opens its list. */
export const discourseLists = [
  'FINDINGS',
  'FORMATS',
  'MEETINGS',
  'FEEDBACK',
  'PRIORITIES',
  'RECOMMENDATIONS',
  'RESOLUTIONS',
  'MEASURES',
] as const;
export type DiscourseList = (typeof discourseLists)[number];
export type DiscourseCounts = Record<DiscourseList, number>;

export const discourseListLabels: Record<DiscourseList, string> = {
  FINDINGS: 'Befunde',
  FORMATS: 'Beteiligungsformate',
  MEETINGS: 'Sitzungen',
  FEEDBACK: 'Hinweise',
  PRIORITIES: 'Handlungsschwerpunkte',
  RECOMMENDATIONS: 'Handlungsempfehlungen',
  RESOLUTIONS: 'Beschlüsse',
  MEASURES: 'Maßnahmen',
};

/** In the address of its list. */
export const discourseListPaths: Record<DiscourseList, string> = {
  FINDINGS: 'befunde',
  FORMATS: 'formate',
  MEETINGS: 'sitzungen',
  FEEDBACK: 'hinweise',
  PRIORITIES: 'schwerpunkte',
  RECOMMENDATIONS: 'empfehlungen',
  RESOLUTIONS: 'beschluesse',
  MEASURES: 'massnahmen',
};

/** How things of a list come into a round, for those who find it empty. */
export const discourseListOrigins: Record<DiscourseList, string> = {
  FINDINGS: 'Befunde nehmen Sie auf der Seite der Runde auf.',
  FORMATS: 'Beteiligungsformate nehmen Sie auf der Seite der Runde auf.',
  MEETINGS: 'Hier stehen die Sitzungen der Beteiligungsformate dieser Runde.',
  FEEDBACK:
    'Hier stehen die Hinweise aus den Formaten und Sitzungen dieser Runde und die, auf denen ihre Befunde beruhen.',
  PRIORITIES: 'Hier stehen die Handlungsschwerpunkte, die auf den Befunden dieser Runde beruhen.',
  RECOMMENDATIONS: 'Hier stehen die Handlungsempfehlungen, die aus diesen Schwerpunkten abgeleitet sind.',
  RESOLUTIONS: 'Hier stehen die Beschlüsse, mit denen ein Gremium eine dieser Empfehlungen angenommen hat.',
  MEASURES: 'Hier stehen die Maßnahmen, die eine dieser Empfehlungen umsetzen.',
};

export interface DiscourseStation {
  key: string;
  label: string;
  /** What stands in the ring. */
  value: string;
  /** In words: "3 Befunde". */
  says: string;
  /** Nothing there yet. */
  empty: boolean;
  /** The list it opens; the reflection stands on the page of the round. */
  list: DiscourseList | null;
}

/** Befund, Diskurs, Schwerpunkt, Empfehlung, Beschluss, Umsetzung, Reflexion: the ring in its order. */
export function discourseStations(counts: DiscourseCounts, reflected: boolean): DiscourseStation[] {
  const station = (label: string, list: DiscourseList, says: string): DiscourseStation => ({
    ...{ key: list, label, says, list },
    value: counts[list].toLocaleString('de-DE'),
    empty: counts[list] === 0,
  });
  const { FINDINGS, FORMATS, MEETINGS, FEEDBACK, PRIORITIES, RECOMMENDATIONS, RESOLUTIONS, MEASURES } =
    counts;
  const discourse = [
    counted(FORMATS, 'Format', 'Formate'),
    counted(MEETINGS, 'Sitzung', 'Sitzungen'),
    counted(FEEDBACK, 'Hinweis', 'Hinweise'),
  ];
  return [
    station('Befund', 'FINDINGS', counted(FINDINGS, 'Befund', 'Befunde')),
    // What was said is what the discourse is made of; where it was said stands in the words.
    { ...station('Diskurs', 'FEEDBACK', discourse.join(', ')), empty: FORMATS + MEETINGS + FEEDBACK === 0 },
    station(
      'Schwerpunkt',
      'PRIORITIES',
      counted(PRIORITIES, 'Handlungsschwerpunkt', 'Handlungsschwerpunkte'),
    ),
    station(
      'Empfehlung',
      'RECOMMENDATIONS',
      counted(RECOMMENDATIONS, 'Handlungsempfehlung', 'Handlungsempfehlungen'),
    ),
    station('Beschluss', 'RESOLUTIONS', counted(RESOLUTIONS, 'Beschluss', 'Beschlüsse')),
    station('Umsetzung', 'MEASURES', counted(MEASURES, 'Maßnahme', 'Maßnahmen')),
    {
      ...{ key: 'REFLECTION', label: 'Reflexion', list: null, empty: !reflected },
      value: reflected ? 'ja' : 'offen',
      says: reflected ? 'Reflexion geschrieben' : 'Reflexion noch offen',
    },
  ];
}
