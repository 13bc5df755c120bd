import type { StreamableFile } from '@nestjs/common';
import { type TaskListItem, taskOriginLabels, taskStateLabels } from '@runder-tisch/domain/tasks';
import { berlinDay } from '@runder-tisch/domain/time';
import { csv } from '../files/csv';
import { xlsx, type XlsxCell, type XlsxColumn } from '../files/xlsx';

const columns: readonly XlsxColumn[] = [
  { heading: 'Aufgabe', width: 48 },
  { heading: 'Näheres', width: 40 },
  { heading: 'Person', width: 24 },
  { heading: 'Organisation', width: 28 },
  { heading: 'Bis wann', width: 12 },
  { heading: 'Überfällig', width: 10 },
  { heading: 'Stand', width: 10 },
  { heading: 'Netzwerk', width: 26 },
  { heading: 'Gremium', width: 26 },
  { heading: 'Worum es geht', width: 30 },
  { heading: 'Herkunft', width: 20 },
  { heading: 'Erledigt am', width: 12 },
  { heading: 'Erledigt von', width: 22 },
  { heading: 'Was daraus wurde', width: 40 },
];

/** The list as a workbook, days as days. */
export function tasksAsXlsx(tasks: readonly TaskListItem[]): StreamableFile {
  const rows = tasks.map((task): XlsxCell[] => {
    const cells = cellsOf(task);
    const day = (value: string): XlsxCell => (value ? { day: value } : null);
    return cells.map((cell, at) => (at === DUE || at === DONE ? day(cell) : cell));
  });
  return xlsx({ name: 'Aufgaben', columns, rows });
}

export function tasksAsCsv(tasks: readonly TaskListItem[]): StreamableFile {
  return csv(
    columns.map(({ heading }) => heading),
    tasks.map(cellsOf),
  );
}

const DUE = columns.findIndex(({ heading }) => heading === 'Bis wann');
const DONE = columns.findIndex(({ heading }) => heading === 'Erledigt am');

function cellsOf(task: TaskListItem): string[] {
  return [
    task.title,
    task.detail,
    task.person?.name ?? '',
    task.organisation?.name ?? '',
    task.dueOn ?? '',
    task.overdue ? 'ja' : '',
    taskStateLabels[task.state],
    task.network?.name ?? '',
    task.committee?.name ?? '',
    task.object?.title ? `${task.object.label}: ${task.object.title}` : '',
    taskOriginLabels[task.origin],
    task.doneAt ? berlinDay(new Date(task.doneAt)) : '',
    task.doneBy,
    task.doneNote,
  ];
}
