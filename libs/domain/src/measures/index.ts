export * from './measures-limits';
export * from './measures-problems';
export * from './measures-views';
export * from './measure-rules';
export * from './measure-sheet';
export * from './measure-state';
export * from './measure-status';
export * from './measures-today';
