export * from './decision-sentence';
export * from './finding-state';
export * from './findings-limits';
export * from './findings-problems';
export * from './findings-views';
export * from './priority-state';
export * from './recommendation-state';
export * from './word-differences';
