import { todayPriority, type TodayKinds } from '../tasks';

/** What somebody asked to see again today. */
export const remindersToday = {
  reminder: {
    priority: todayPriority.soon,
    says: ({ title, note, path }: { title: string; note: string; path: string }, id) => ({
      text: note ? `Wiedervorlage: ${note} (${title})` : `Wiedervorlage: ${title}`,
      path,
      action: 'Erledigt',
      post: `/api/reminders/${id}/done`,
      undo: `/api/reminders/${id}/reopen`,
    }),
  },
} satisfies TodayKinds;
