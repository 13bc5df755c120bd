/** What the county was promised: every write that was answered with success. */
export interface Ledger {
  meetings: { id: string; title: string; mails: string[] }[];
  feedback: { id: string; text: string }[];
  lines: { id: string; meetingId: string; text: string }[];
  answers: { invitationId: string; answer: string; companions: number }[];
  imports: { id: string; names: string[] }[];
  /** Sent again because no answer came, or none but that the database was away. */
  repeated: number;
  /** Sent again although they had been answered, as a browser does whose answer got lost on the way. */
  doubled: number;
}

export function emptyLedger(): Ledger {
  return { meetings: [], feedback: [], lines: [], answers: [], imports: [], repeated: 0, doubled: 0 };
}

export function acknowledged(ledger: Ledger): number {
  const { meetings, feedback, lines, answers, imports } = ledger;
  return meetings.length + feedback.length + lines.length + answers.length + imports.length;
}
