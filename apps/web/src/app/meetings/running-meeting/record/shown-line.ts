import type { SessionFeedbackView } from '@runder-tisch/domain/feedback';
import { SaveSessionFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import type { MinutesEntryKind, MinutesLine } from '@runder-tisch/domain/meetings';
import { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';

/** Who has to do something: somebody in person or their house. */
export interface Who {
  kind: 'person' | 'organisation';
  id: string;
  name: string;
}

export interface Votes {
  yes: number | null;
  no: number | null;
  abstain: number | null;
}

/** What somebody types into one line. */
export interface LineDraft {
  kind: MinutesEntryKind;
  text: string;
  /** "Beraterin": only for a Hinweis. */
  speakerRole: string;
  who: Who | null;
  dueOn: string;
  votes: Votes;
}

/** A line as it stands on the screen; its words may still be on their way. */
export interface ShownLine extends LineDraft {
  id: string;
  agendaItemId: string | null;
  position: number;
  feedbackId: string | null;
  /** A Hinweis that left the session: its words are checked elsewhere now. */
  fixed: boolean;
  feedbackNumber: string | null;
  /** The German sentence of a refusal that asking again would not cure. */
  refusal: string | null;
}

export const noVotes: Votes = { yes: null, no: null, abstain: null };

export function emptyDraft(kind: MinutesEntryKind = 'TEXT'): LineDraft {
  return { kind, text: '', speakerRole: '', who: null, dueOn: '', votes: noVotes };
}

export function draftOf(line: LineDraft): LineDraft {
  const { kind, text, speakerRole, who, dueOn, votes } = line;
  return { kind, text, speakerRole, who, dueOn, votes };
}

export function shownLine(line: MinutesLine, spoken: SessionFeedbackView | undefined): ShownLine {
  const isHinweis = line.kind === 'FEEDBACK';
  const { person, organisation } = line.task ?? {};
  return {
    id: line.id,
    agendaItemId: line.agendaItemId,
    position: line.position,
    kind: line.kind,
    text: isHinweis ? (spoken?.text ?? '') : line.text,
    speakerRole: spoken?.speakerRole ?? '',
    who: person
      ? { kind: 'person', ...person }
      : organisation
        ? { kind: 'organisation', ...organisation }
        : null,
    dueOn: line.task?.dueOn ?? '',
    votes: line.votes ?? noVotes,
    feedbackId: line.feedbackId,
    fixed: isHinweis && spoken?.state !== 'SESSION',
    feedbackNumber: spoken?.number ?? null,
    refusal: null,
  };
}

/** The line for the minutes. The words of a Hinweis are not in it. */
export function entryRequest(line: ShownLine): PutMinutesEntry {
  const isHinweis = line.kind === 'FEEDBACK';
  const hasVotes = line.kind === 'VOTE' && Object.values(line.votes).some((count) => count !== null);
  return Object.assign(new PutMinutesEntry(), {
    agendaItemId: line.agendaItemId,
    position: line.position,
    kind: line.kind,
    text: isHinweis ? '' : line.text,
    task:
      line.kind === 'TASK'
        ? {
            dueOn: line.dueOn || null,
            personId: line.who?.kind === 'person' ? line.who.id : null,
            organisationId: line.who?.kind === 'organisation' ? line.who.id : null,
          }
        : null,
    votes: hasVotes
      ? { yes: line.votes.yes ?? 0, no: line.votes.no ?? 0, abstain: line.votes.abstain ?? 0 }
      : null,
    feedbackId: isHinweis ? line.feedbackId : null,
  });
}

/** The words of a Hinweis, for the feedback area alone. */
export function hinweisRequest(meetingId: string, line: ShownLine): SaveSessionFeedback {
  return Object.assign(new SaveSessionFeedback(), {
    meetingId,
    text: line.text,
    speakerRole: line.speakerRole,
  });
}

/** Agenda order is the server's; within an item lines stand as they were typed. */
export function inOrder(lines: readonly ShownLine[]): ShownLine[] {
  return [...lines].sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** Whether a line still says the same; numbers left empty count as none, as the server reads them. */
export function sameWords(one: LineDraft, other: LineDraft): boolean {
  const words = ({ votes, ...line }: LineDraft) =>
    JSON.stringify([draftOf({ ...line, votes: noVotes }), votes.yes ?? 0, votes.no ?? 0, votes.abstain ?? 0]);
  return words(one) === words(other);
}
