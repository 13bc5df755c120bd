/** How somebody was spoken to. */
export const conversationWays = ['PHONE', 'MEETING', 'VISIT', 'VIDEO', 'MAIL'] as const;
export type ConversationWay = (typeof conversationWays)[number];

export const conversationWayLabels: Record<ConversationWay, string> = {
  PHONE: 'Telefon',
  MEETING: 'persönlich',
  VISIT: 'Besuch vor Ort',
  VIDEO: 'Video',
  MAIL: 'Mail',
};

/** A Gesprächsvermerk, as the office alone reads it. */
export interface ConversationView {
  id: string;
  version: number;
  organisationId: string | null;
  personId: string | null;
  heldOn: string;
  way: ConversationWay;
  withWhom: string;
  note: string;
  enteredBy: string;
  /** Written by the viewer, who alone may change or delete it. */
  mine: boolean;
}
