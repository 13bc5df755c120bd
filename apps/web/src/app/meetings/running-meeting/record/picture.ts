import type { SessionFeedbackView } from '@runder-tisch/domain/feedback';
import type { MinutesLine, RunningMeetingView } from '@runder-tisch/domain/meetings';
import type { Change, KeptAnswer } from './minutes-queue';
import { seatKey, type Seat } from './seat';
import { inOrder, shownLine, type ShownLine } from './shown-line';

/** What the server has, as far as this device knows. */
export interface Picture {
  view: RunningMeetingView;
  /** The words of the Hinweise said in this session. */
  spoken: SessionFeedbackView[];
}

/** The lines on the screen: the server's, over them what still waits here, over that what was refused. */
export function linesOf(
  { view, spoken }: Picture,
  changes: readonly Change[],
  refused: readonly ShownLine[],
): ShownLine[] {
  const said = new Map(spoken.map((item) => [item.id, item]));
  const lines = new Map(
    view.entries.map((line) => [line.id, shownLine(line, said.get(line.feedbackId ?? ''))]),
  );
  for (const change of changes) {
    if (change.kind === 'line') lines.set(change.id, change.line);
    else if (change.kind === 'line-removed') lines.delete(change.id);
    else if (change.kind === 'hinweis') {
      const { text, speakerRole } = change.request;
      for (const line of lines.values()) {
        if (line.feedbackId === change.id) lines.set(line.id, { ...line, text, speakerRole });
      }
    }
  }
  for (const line of refused) lines.set(line.id, line);
  return inOrder([...lines.values()]);
}

/** Everybody invited and every guest, with the last tap of this device. */
export function seatsOf({ view }: Picture, changes: readonly Change[]): Seat[] {
  const seats = new Map<string, Seat>(
    view.attendance.map((row) => [seatKey(row), { ...row, key: seatKey(row) }]),
  );
  for (const change of changes) {
    if (change.kind !== 'seat') continue;
    const known = seats.get(change.seat.key);
    const { present } = change.seat;
    seats.set(change.seat.key, known ? { ...known, id: known.id ?? change.id, present } : change.seat);
  }
  return [...seats.values()];
}

/** The picture once the server has taken a change: what a reload without network starts from. */
export function withKept(picture: Picture, change: Change, answer: KeptAnswer): Picture {
  const { view } = picture;
  switch (change.kind) {
    case 'line':
      return { ...picture, view: { ...view, entries: put(view.entries, entryOf(change.line, answer)) } };
    case 'line-removed': {
      const entries = view.entries.filter((line) => line.id !== change.id);
      return { ...picture, view: { ...view, entries } };
    }
    case 'hinweis': {
      const before = picture.spoken.find((item) => item.id === change.id) ?? newHinweis;
      const { text, speakerRole } = change.request;
      return { ...picture, spoken: put(picture.spoken, { ...before, ...answer, text, speakerRole }) };
    }
    case 'seat': {
      const { key, ...row } = change.seat;
      const kept = { ...row, ...answer };
      const isThere = view.attendance.some((it) => seatKey(it) === key);
      const attendance = isThere
        ? view.attendance.map((it) => (seatKey(it) === key ? kept : it))
        : [...view.attendance, kept];
      return { ...picture, view: { ...view, attendance } };
    }
  }
}

const newHinweis: Omit<SessionFeedbackView, 'id' | 'version' | 'text' | 'speakerRole'> = {
  number: null,
  state: 'SESSION',
  person: null,
  organisation: null,
};

function entryOf(line: ShownLine, { id, version }: KeptAnswer): MinutesLine {
  const { agendaItemId, position, kind, text, who, dueOn, votes, feedbackId } = line;
  const named = who && { id: who.id, name: who.name };
  return {
    id,
    version,
    agendaItemId,
    position,
    kind,
    text: kind === 'FEEDBACK' ? '' : text,
    task:
      kind === 'TASK'
        ? {
            id,
            dueOn: dueOn || null,
            person: who?.kind === 'person' ? named : null,
            organisation: who?.kind === 'organisation' ? named : null,
            done: false,
          }
        : null,
    votes:
      kind === 'VOTE' && Object.values(votes).some((count) => count !== null)
        ? { yes: votes.yes ?? 0, no: votes.no ?? 0, abstain: votes.abstain ?? 0 }
        : null,
    feedbackId,
  };
}

function put<T extends { id: string }>(list: readonly T[], item: T): T[] {
  return list.some((it) => it.id === item.id)
    ? list.map((it) => (it.id === item.id ? item : it))
    : [...list, item];
}
