import { todayPriority, type TodayKinds } from '../tasks';
import { counted } from '../text';

/** Mails of the inbox that wait for a word, and for the administration those that could not be read. */
export const inboxToday = {
  'inbox-waiting': {
    priority: todayPriority.soon,
    says: ({
      count,
      meetingId,
      title,
    }: {
      count: number;
      meetingId: string | null;
      title: string | null;
    }) => ({
      text: `${counted(count, 'Mail wartet', 'Mails warten')} im Posteingang${title ? `: ${title}` : ''}`,
      path: meetingId ? `/termine/${meetingId}` : '/posteingang',
      action: 'Entscheiden',
    }),
  },
  'inbox-set-aside': {
    priority: todayPriority.soon,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'Mail ließ', 'Mails ließen')} sich nicht verarbeiten`,
      path: '/einstellungen/posteingang',
      action: 'Ansehen',
    }),
  },
} satisfies TodayKinds;
