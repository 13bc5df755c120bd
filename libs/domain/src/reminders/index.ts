export * from './reminders-limits';
export * from './reminders-problems';
export * from './reminders-today';
export * from './reminders-views';
