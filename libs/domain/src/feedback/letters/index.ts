export * from './letter-problems';
export * from './letter-views';
export * from './letter-words';
