import { counted } from '../../text';
import { todayPriority, type TodayKinds } from '../../tasks';
import { type ContactField, contactFieldLabels } from './contact-views';

/** What people corrected of their own, and addresses nobody reaches. */
export const contactToday = {
  'contact-changed': {
    priority: todayPriority.sometime,
    says: ({ name, fields, personId }: { name: string; fields: ContactField[]; personId: string }, id) => ({
      text: `${name} hat die eigenen Angaben berichtigt (${fields.map((field) => contactFieldLabels[field]).join(', ')})`,
      path: `/akteure/personen/${personId}`,
      action: 'Gesehen',
      post: `/api/contact-changes/${id}/seen`,
    }),
  },
  'addresses-unreachable': {
    priority: todayPriority.sometime,
    says: ({ count }: { count: number }) => ({
      text: `${counted(count, 'Mailadresse ist', 'Mailadressen sind')} nicht erreichbar`,
      path: '/akteure/personen/unzustellbar',
      action: 'Durchgehen',
    }),
  },
} satisfies TodayKinds;
