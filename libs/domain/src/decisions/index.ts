export * from './decision-consequences';
export * from './decision-kinds';
export * from './decision-state';
export * from './decisions-limits';
export * from './decisions-problems';
export * from './decisions-today';
export * from './decisions-views';
export * from './topic-criteria';
