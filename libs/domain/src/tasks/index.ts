export * from './task-limits';
export * from './task-state';
export * from './tasks-problems';
export * from './tasks-views';
export * from './today-lines';
export * from './today-view';
