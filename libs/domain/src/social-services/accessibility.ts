/** How far people with disabilities get in; a statement of the organisation about itself. */
export const accessibilities = ['FULL', 'PARTIAL', 'NO', 'UNKNOWN', 'NOT_APPLICABLE'] as const;
export type Accessibility = (typeof accessibilities)[number];

export const accessibilityLabels: Record<Accessibility, string> = {
  FULL: 'barrierefrei',
  PARTIAL: 'teilweise barrierefrei',
  NO: 'nicht barrierefrei',
  UNKNOWN: 'noch nicht geprüft',
  NOT_APPLICABLE: 'trifft nicht zu (Beratung am Telefon, online oder bei Ihnen zu Hause)',
};
