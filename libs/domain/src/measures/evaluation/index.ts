export * from './evaluation-problems';
export * from './evaluation-today';
export * from './evaluation-views';
export * from './evaluation-words';
export * from './verdict';
