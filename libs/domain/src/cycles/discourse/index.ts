export * from './discourse-limits';
export * from './discourse-problems';
export * from './discourse-state';
export * from './discourse-stations';
export * from './discourse-views';
