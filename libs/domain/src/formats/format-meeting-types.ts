/** What kinds of meetings formats are held in; committees meet by themselves. */
export const formatMeetingTypes = [
  'NETWORK',
  'STEERING',
  'EXPERT_TALK',
  'WORKSHOP',
  'PLANNING_AREA_CONFERENCE',
  'SOCIAL_CONFERENCE',
  'WORLD_CAFE',
  'BILATERAL',
] as const;
export type FormatMeetingType = (typeof formatMeetingTypes)[number];

export const formatMeetingTypeLabels: Record<FormatMeetingType, string> = {
  NETWORK: 'Netzwerktreffen',
  STEERING: 'Steuerungsgruppe',
  EXPERT_TALK: 'Fachgespräch',
  WORKSHOP: 'Werkstatt',
  PLANNING_AREA_CONFERENCE: 'Planungsraumkonferenz',
  SOCIAL_CONFERENCE: 'Sozialkonferenz',
  WORLD_CAFE: 'World Café',
  BILATERAL: 'Abstimmung',
};
