import { tasksToday } from '@runder-tisch/domain/tasks';
import type { Contribution } from '../contribution';
import { tasksHistory } from './tasks-history';
import { tasksNews } from './tasks-news';
import { dueTasks } from './tasks-today';

export const tasksContribution: Contribution = {
  area: 'tasks',
  tables: [
    {
      table: 'task',
      audit: 'values',
      personal: {
        columns: ['done_by', 'done_note'],
        purpose: 'Wer eine Aufgabe erledigt hat und was daraus wurde',
        retention: 'mit der Aufgabe',
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Aufgaben' },
    },
    {
      // Its rows are the history itself, beside the audit of the tasks they are about.
      table: 'task_event',
      audit: 'none',
      personal: {
        columns: ['account_id', 'by_name', 'before_said', 'after_said', 'note', 'undo'],
        purpose: 'Verlauf einer Aufgabe',
        retention: 'mit der Aufgabe',
      },
    },
    {
      // Made with the mails they are about, whose own lines stand in the audit.
      table: 'task_mail',
      audit: 'none',
      personal: {
        columns: ['mail'],
        purpose: 'Nachweis, wer an welchem Tag eine Mail zu Aufgaben bekam',
        retention: '24 Monate',
      },
    },
    { table: 'task_mail_item', audit: 'none' },
    {
      table: 'task_mail_opt_out',
      audit: 'names',
      personal: {
        columns: ['mail'],
        purpose: 'Mails zu Aufgaben, die jemand nicht mehr möchte, nicht zu senden',
        retention: 'bis sie wieder gewünscht werden',
      },
    },
  ],
  today: { statement: dueTasks, kinds: tasksToday },
  history: tasksHistory,
  news: tasksNews,
};
