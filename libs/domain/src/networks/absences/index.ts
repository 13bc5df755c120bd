export * from './absence-problems';
export * from './absence-today';
export * from './absence-views';
