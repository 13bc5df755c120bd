/** Bodies that take a Beschluss or advise those who do. */
export const committeeKinds = ['COUNTY_COUNCIL', 'COMMITTEE', 'ADVISORY_BOARD'] as const;
export type CommitteeKind = (typeof committeeKinds)[number];

export const committeeKindLabels: Record<CommitteeKind, string> = {
  COUNTY_COUNCIL: 'Kreistag',
  COMMITTEE: 'Ausschuss',
  ADVISORY_BOARD: 'Beirat',
};
