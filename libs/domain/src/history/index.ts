/** One thing that happened with an organisation or a person, newest first. */
export interface HistoryLine {
  /** Of what: "invitation", "attendance", "feedback", "task", "seat", "conversation", "letter", "delivery", "succession", "contact". */
  kind: HistoryKind;
  id: string;
  /** When, as an instant; of a whole day its first moment in Berlin. */
  at: string;
  text: string;
  detail: string;
  /** Where to read on; null where there is no page. */
  path: string | null;
}

export const historyKinds = [
  'invitation',
  'attendance',
  'feedback',
  'task',
  'seat',
  'conversation',
  'letter',
  'delivery',
  'succession',
  'contact',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

export const historyKindLabels: Record<HistoryKind, string> = {
  invitation: 'Einladungen',
  attendance: 'Teilnahmen',
  feedback: 'Hinweise',
  task: 'Aufgaben',
  seat: 'Sitze',
  conversation: 'Gespräche',
  letter: 'Briefe',
  delivery: 'Datenlieferungen',
  succession: 'Nachfolgen',
  contact: 'Eigene Angaben',
};
