export * from './assignment-problems';
export * from './assignment-views';
