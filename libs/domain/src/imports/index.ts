export * from './columns';
export * from './duplicates';
export * from './encodings';
export * from './import-state';
export * from './imports-limits';
export * from './imports-problems';
export * from './imports-views';
export * from './sensitive-columns';
