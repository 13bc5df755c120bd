/** Lengths and sizes used by request class, column and form alike. */
export const meetingLimits = {
  title: 200,
  place: 300,
  placeNote: 500,
  onlineLink: 500,
  accessibility: 500,
  invitationText: 4000,
  reason: 1000,
  agendaItems: 60,
  agendaTitle: 300,
  agendaNote: 2000,
  presenter: 200,
  usedSeconds: 86_400,
  invitees: 500,
  name: 200,
  mail: 254,
  needs: 500,
  message: 1000,
  deputyName: 200,
  companions: 20,
  pastedAddresses: 20_000,
  agreementNote: 500,
} as const;

export { recallSeconds } from '../outbox/outbox-limits';
/** Answer links open for this long after the meeting; answers themselves end with its start. */
export const linkDaysAfterMeeting = 30;
