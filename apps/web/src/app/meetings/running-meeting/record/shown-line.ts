import { isOwnLineKind, type LineKind, type MinutesLine } from '@runder-tisch/domain/meetings';
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

/** What somebody types into one line; whoever owns a kind may add fields of their own. */
export interface LineDraft {
  kind: LineKind;
  text: string;
  who: Who | null;
  dueOn: string;
  votes: Votes;
}

/** A line as it stands on the screen; its words may still be on their way. */
export interface ShownLine extends LineDraft {
  id: string;
  agendaItemId: string | null;
  position: number;
  /** What the owner of the kind keeps of it. */
  referenceId: string | null;
  /** Its words left the session: what becomes of them is decided elsewhere. */
  fixed: boolean;
  /** The German sentence of a refusal that asking again would not cure. */
  refusal: string | null;
}

export const noVotes: Votes = { yes: null, no: null, abstain: null };

export function emptyDraft(kind: LineKind = 'TEXT'): LineDraft {
  return { kind, text: '', who: null, dueOn: '', votes: noVotes };
}

/** `share` is what the owner of the kind adds to what the minutes know. */
export function shownLine(line: MinutesLine, share: Partial<ShownLine> = {}): ShownLine {
  const { person, organisation } = line.task ?? {};
  return {
    id: line.id,
    agendaItemId: line.agendaItemId,
    position: line.position,
    kind: line.kind,
    text: line.text,
    who: person
      ? { kind: 'person', ...person }
      : organisation
        ? { kind: 'organisation', ...organisation }
        : null,
    dueOn: line.task?.dueOn ?? '',
    votes: line.votes ?? noVotes,
    referenceId: line.referenceId,
    fixed: false,
    refusal: null,
    ...share,
  };
}

/** The line for the minutes. The words of an area on the right are not in it. */
export function entryRequest(line: ShownLine): PutMinutesEntry {
  const isOwn = isOwnLineKind(line.kind);
  const hasVotes = line.kind === 'VOTE' && Object.values(line.votes).some((count) => count !== null);
  return Object.assign(new PutMinutesEntry(), {
    agendaItemId: line.agendaItemId,
    position: line.position,
    kind: line.kind,
    text: isOwn ? line.text : '',
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
    referenceId: isOwn ? null : line.referenceId,
  });
}

/** The line as the server names it once it has taken the request. */
export function keptEntry(
  { agendaItemId, position, kind, text, task, votes, referenceId }: PutMinutesEntry,
  { who }: ShownLine,
  { id, version }: { id: string; version: number },
): MinutesLine {
  const named = who && { id: who.id, name: who.name };
  return {
    ...{ id, version, agendaItemId, position, kind, text, votes, referenceId, feedbackId: referenceId },
    task: task && {
      id,
      dueOn: task.dueOn,
      person: task.personId ? named : null,
      organisation: task.organisationId ? named : null,
      done: false,
    },
  };
}

/** Agenda order is the server's; within an item lines stand as they were typed. */
export function inOrder(lines: readonly ShownLine[]): ShownLine[] {
  return [...lines].sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}
