import { remindersToday } from '@runder-tisch/domain/reminders';
import type { Contribution } from '../contribution';
import { dueReminders, remindersNews } from './reminders-sql';

/** Made of what the areas say about their kinds; this room knows none of them. */
export function remindersContribution(areas: readonly Contribution[]): Contribution {
  const kinds = areas.flatMap((area) => area.kinds ?? []);
  return {
    area: 'reminders',
    tables: [
      {
        table: 'reminder',
        // Notes are their account's alone: the audit says that one was changed, not what it said.
        audit: 'names',
        personal: {
          columns: ['account_id', 'note'],
          purpose: 'Was jemand wiedersehen möchte und warum',
          retention: 'bis das Konto oder die Person gelöscht wird',
        },
        references: { person: ['person_id'], organisation: ['organisation_id'] },
        merge: { label: 'Wiedervorlagen' },
      },
    ],
    today: { statement: dueReminders(kinds), kinds: remindersToday },
    news: remindersNews(kinds),
  };
}
