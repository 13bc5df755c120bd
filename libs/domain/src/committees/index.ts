export * from './committee-kinds';
export * from './committees-limits';
export * from './committees-problems';
export * from './committees-views';
