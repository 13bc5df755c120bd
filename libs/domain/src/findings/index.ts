export * from './findings-limits';
export * from './findings-problems';
export * from './findings-views';
export * from './finding-state';
