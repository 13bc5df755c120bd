export * from './release-problems';
export * from './release-views';
