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
        columns: ['done_by'],
        purpose: 'Wer eine Aufgabe erledigt hat',
        retention: 'mit der Aufgabe',
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Aufgaben' },
    },
  ],
  today: { statement: dueTasks, kinds: tasksToday },
  history: tasksHistory,
  news: tasksNews,
};
