export * from './succession-limits';
export * from './succession-problems';
export * from './succession-views';
