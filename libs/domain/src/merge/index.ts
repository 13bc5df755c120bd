/** For so many days a merge can be taken back; then what that needs is erased. */
export const mergeUndoDays = 30;

/** What moves when two become one: "Einladungen", 7. */
export interface MergeMove {
  label: string;
  count: number;
}

/** Where both stand in the same place, so that one entry is left: what it is about, and which one that is. */
export interface MergeJoin {
  label: string;
  says: string;
}

/** A merge that can still be taken back. */
export interface MergeRunView {
  id: string;
  /** Who was made one with the one that stayed. */
  goneName: string;
  by: string;
  at: string;
  /** The moment from which it can no longer be taken back. */
  until: string;
}

/** What taking back a merge could not do, or what is left to do for people. */
export interface MergeKept {
  label: string;
  reason: string;
  /** The page on which it can be done; null where there is none, or none for who reads this. */
  path: string | null;
}

export interface MergeUndoView {
  /** Who is there again. */
  id: string;
  name: string;
  /** How many entries belong to them again. */
  restored: number;
  kept: MergeKept[];
}

/**
 * The moment from which a merge can no longer be taken back.
 *
 * @param mergedAt when it was made
 */
export function mergeUndoUntil(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + mergeUndoDays * 86_400_000);
}
