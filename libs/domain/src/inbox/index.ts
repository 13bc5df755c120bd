export * from './inbox-problems';
export * from './inbox-today';
export * from './inbox-views';
