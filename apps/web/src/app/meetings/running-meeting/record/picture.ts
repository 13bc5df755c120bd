import type { OpenItem, RunningMeetingView } from '@runder-tisch/domain/meetings';
import type { LineOwner, LineOwners, OwnersWords } from './line-owners';
import { isWords, type Change, type KeptAnswer } from './minutes-queue';
import { seatKey, type Seat } from './seat';
import { inOrder, keptEntry, shownLine, type ShownLine } from './shown-line';

/** What the server has, as far as this device knows; the words of each owner stand beside, under their name. */
export interface Picture {
  view: RunningMeetingView;
}

/** What the server has of the lines of an owner. */
export function wordsIn(picture: Picture, { onDevice }: LineOwner): readonly OwnersWords[] {
  return (picture as unknown as Record<string, OwnersWords[] | undefined>)[onDevice.words] ?? [];
}

export function withWords(picture: Picture, { onDevice }: LineOwner, words: readonly OwnersWords[]): Picture {
  return { ...picture, [onDevice.words]: words };
}

/** Of everything in it that changes are written upon. */
export function versionsIn(picture: Picture, owners: LineOwners): { id: string; version: number }[] {
  const { entries, openItems = [], attendance } = picture.view;
  const seats = attendance.flatMap(({ id, version }) => (id ? [{ id, version }] : []));
  return [...owners.all.flatMap((owner) => wordsIn(picture, owner)), ...entries, ...openItems, ...seats];
}

/** The lines on the screen: the server's, over them what still waits here, over that what was refused. */
export function linesOf(
  picture: Picture,
  changes: readonly Change[],
  refused: readonly ShownLine[],
  owners: LineOwners,
): ShownLine[] {
  const said = new Map(owners.all.flatMap((owner) => wordsIn(picture, owner)).map((it) => [it.id, it]));
  const lines = new Map(
    picture.view.entries.map((line) => [
      line.id,
      shownLine(line, owners.of(line.kind)?.merge(said.get(line.referenceId ?? ''))),
    ]),
  );
  for (const change of changes) {
    if (isWords(change)) {
      const owner = owners.ofChange(change.kind);
      const words = owner?.taken(said.get(change.id), change.request, { id: change.id, version: 0 });
      if (!words) continue;
      said.set(change.id, words);
      for (const line of lines.values()) {
        if (line.referenceId === change.id) lines.set(line.id, { ...line, ...owner?.merge(words) });
      }
    } else if (change.kind === 'line') lines.set(change.id, change.line);
    else if (change.kind === 'line-removed') lines.delete(change.id);
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
    if (isWords(change) || change.kind !== 'seat') continue;
    const known = seats.get(change.seat.key);
    const { present } = change.seat;
    seats.set(change.seat.key, known ? { ...known, id: known.id ?? change.id, present } : change.seat);
  }
  return [...seats.values()];
}

/** What earlier meetings left to do, with the last tap of this device. */
export function openItemsOf(picture: Picture | null, changes: readonly Change[]): OpenItem[] {
  const said = new Map(
    changes.flatMap((change) =>
      !isWords(change) && change.kind === 'open-item' ? [[change.id, change.request] as const] : [],
    ),
  );
  return (picture?.view.openItems ?? []).map((item) => ({ ...item, ...said.get(item.id) }));
}

/** The picture once the server has taken a change: what a reload without network starts from. */
export function withKept(picture: Picture, change: Change, answer: KeptAnswer, owners: LineOwners): Picture {
  const { view } = picture;
  if (isWords(change)) {
    const owner = owners.ofChange(change.kind);
    if (!owner) return picture;
    const words = wordsIn(picture, owner);
    const before = words.find((item) => item.id === change.id);
    return withWords(picture, owner, put(words, owner.taken(before, change.request, answer)));
  }
  switch (change.kind) {
    case 'line': {
      const entries = put(view.entries, keptEntry(change.request, change.line, answer));
      return { ...picture, view: { ...view, entries } };
    }
    case 'line-removed': {
      const entries = view.entries.filter((line) => line.id !== change.id);
      return { ...picture, view: { ...view, entries } };
    }
    case 'time':
      return picture;
    case 'open-item': {
      const openItems = (view.openItems ?? []).map((item) =>
        item.id === change.id ? { ...item, ...change.request, version: answer.version } : item,
      );
      return { ...picture, view: { ...view, openItems } };
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

function put<T extends { id: string }>(list: readonly T[], item: T): T[] {
  return list.some((it) => it.id === item.id)
    ? list.map((it) => (it.id === item.id ? item : it))
    : [...list, item];
}
