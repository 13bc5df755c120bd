import { formatMeetingTypeLabels } from '../formats';
/** Names of stored values with their German labels. */

export const meetingTypes = [
  'NETWORK',
  'STEERING',
  'EXPERT_TALK',
  'WORKSHOP',
  'PLANNING_AREA_CONFERENCE',
  'SOCIAL_CONFERENCE',
  'WORLD_CAFE',
  'COMMITTEE',
  'BILATERAL',
] as const;
export type MeetingType = (typeof meetingTypes)[number];

export const meetingTypeLabels: Record<MeetingType, string> = {
  ...formatMeetingTypeLabels,
  COMMITTEE: 'Gremiensitzung',
};

export const meetingStates = [
  'DRAFT',
  'SCHEDULED',
  'INVITED',
  'HELD',
  'MINUTES_APPROVED',
  'CANCELLED',
  'POSTPONED',
] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingStateLabels: Record<MeetingState, string> = {
  DRAFT: 'Entwurf',
  SCHEDULED: 'Terminiert',
  INVITED: 'Eingeladen',
  HELD: 'Durchgeführt',
  MINUTES_APPROVED: 'Protokoll freigegeben',
  CANCELLED: 'Abgesagt',
  POSTPONED: 'Verschoben',
};

/** What stands at a meeting in a list: its state, or what is under way within it. */
export function meetingStandingLabel(meeting: {
  state: MeetingState;
  protocolSent: boolean;
  polling: boolean;
}): string {
  if (meeting.protocolSent) return 'Protokoll versendet';
  return meeting.polling ? 'Termin wird abgestimmt' : meetingStateLabels[meeting.state];
}

export const agendaVisibilities = ['PUBLIC', 'INTERNAL', 'HIDDEN'] as const;
export type AgendaVisibility = (typeof agendaVisibilities)[number];

export const agendaVisibilityLabels: Record<AgendaVisibility, string> = {
  PUBLIC: 'öffentlich',
  INTERNAL: 'für Eingeladene',
  HIDDEN: 'nur Verwaltung',
};

export const invitationAnswers = ['NEEDS_ACTION', 'ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];
export const givenAnswers = ['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;
export type GivenAnswer = (typeof givenAnswers)[number];

/** As the person says it, and as others read it in a list. */
export const answerLabels: Record<InvitationAnswer, string> = {
  NEEDS_ACTION: 'offen',
  ACCEPTED: 'kommt',
  TENTATIVE: 'vielleicht',
  DECLINED: 'kommt nicht',
};

export const ownAnswerLabels: Record<GivenAnswer, string> = {
  ACCEPTED: 'Ich komme',
  TENTATIVE: 'Vielleicht',
  DECLINED: 'Ich kann nicht',
};

export const answerChannels = ['LINK', 'PHONE', 'MAIL', 'IN_PERSON', 'CALENDAR'] as const;
export type AnswerChannel = (typeof answerChannels)[number];
/** Channels a coordinator enters; the others enter themselves. */
export const enteredChannels = ['PHONE', 'MAIL', 'IN_PERSON'] as const;
export type EnteredChannel = (typeof enteredChannels)[number];

export const answerChannelLabels: Record<AnswerChannel, string> = {
  LINK: 'Antwortseite',
  PHONE: 'Telefon',
  MAIL: 'Mail',
  IN_PERSON: 'persönlich',
  CALENDAR: 'Kalender',
};
