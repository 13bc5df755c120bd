/** What a list of one's reminders shows: what comes back on a day, what is kept at hand without one, what is done. */
export const reminderParts = ['DATED', 'STARRED', 'DONE'] as const;
export type ReminderPart = (typeof reminderParts)[number];

export const reminderPartLabels: Record<ReminderPart, string> = {
  DATED: 'Wiedervorlagen',
  STARRED: 'Gemerkt',
  DONE: 'Erledigt',
};

/** The object a reminder is about. `title` is null where it is gone or no longer this account's to see. */
export interface RemindedObject {
  kind: string;
  /** What a thing of its kind is called. */
  label: string;
  id: string;
  title: string | null;
  path: string;
}

export interface ReminderItem {
  id: string;
  version: number;
  object: RemindedObject;
  /** ISO day, or null: kept at hand. */
  dueOn: string | null;
  /** Its day has come. */
  due: boolean;
  note: string;
  doneAt: string | null;
}

/** What the account has at the object of one page. */
export interface PageReminders {
  object: RemindedObject & { title: string };
  /** Today in Berlin, from which days are offered. */
  today: string;
  /** What keeps it at hand, or null. */
  star: { id: string } | null;
  /** What comes back, the soonest first. */
  reminders: ReminderItem[];
}
