export * from './measures-limits';
export * from './measures-problems';
export * from './measures-views';
export * from './measure-state';
